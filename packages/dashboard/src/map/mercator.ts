export { mercator, type Spot } from '@lading/shared/geo/mercator'

/** Side of the whole world in pixels at a zoom. */
export const worldSize = (zoom: number) => 256 * 2 ** zoom
