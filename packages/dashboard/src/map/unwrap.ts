import type { LonLat } from '@lading/shared/geo/point'

export { unwrap } from '@lading/shared/geo/unwrap'

/** The line on the world in the middle and on the ones beside it; Leaflet draws only what is in view. */
export const onEveryWorld = (line: readonly LonLat[]): [lat: number, lon: number][][] =>
  [-360, 0, 360].map((shift) => line.map(([lon, lat]) => [lat, lon + shift]))
