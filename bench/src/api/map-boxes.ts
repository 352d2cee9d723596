/** A map pane of this size, in CSS pixels, as on a desk. */
const pane = { width: 1060, height: 800 }

const centres = [
  { zooms: [2, 3], lat: 20, lon: 12 },
  { zooms: [3, 4, 5, 6, 8, 10, 12], lat: 51.9, lon: 4.4 },
  { zooms: [4, 6, 8, 10], lat: 22.5, lon: 114 },
  { zooms: [4, 7, 9], lat: 31.2, lon: 121.8 },
  { zooms: [4, 6, 9], lat: 33.8, lon: -118.2 },
  { zooms: [4, 6], lat: 1.2, lon: 103.8 },
  { zooms: [5, 9, 11], lat: 53.5, lon: 10 },
  { zooms: [4, 5], lat: 30, lon: -40 },
  { zooms: [6, 9], lat: 45.5, lon: 9.2 },
]

/** What a map pane shows at each of some places, from the whole world to a port. */
export const mapBoxes = () =>
  centres.flatMap(({ zooms, lat, lon }) =>
    zooms.map((zoom) => {
      const worldPx = 256 * 2 ** zoom
      const x = ((lon + 180) / 360) * worldPx
      const y = northing(lat) * worldPx
      const lonAt = (px: number) => Math.max(-180, Math.min(180, (px / worldPx) * 360 - 180))
      const latAt = (px: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * Math.max(0, Math.min(1, px / worldPx))))) * 180) / Math.PI
      const box = [lonAt(x - pane.width / 2), latAt(y + pane.height / 2), lonAt(x + pane.width / 2), latAt(y - pane.height / 2)]
      return { bbox: box.map((degrees) => degrees.toFixed(4)).join(','), zoom }
    }),
  )

const northing = (lat: number) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
