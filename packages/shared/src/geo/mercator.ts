/** Web Mercator ends here: the latitude at which the world is a square. */
const maxLat = 85.0511287798066

/** A point of the world as a unit square, x from 180° W eastwards, y from the north down (EPSG:3857, as tiles have it). */
export type Spot = { x: number; y: number }

export const mercator = (lat: number, lon: number): Spot => {
  const sine = Math.sin((Math.max(-maxLat, Math.min(maxLat, lat)) * Math.PI) / 180)
  return { x: (lon + 180) / 360, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) }
}
