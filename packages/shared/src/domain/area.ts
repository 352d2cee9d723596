import type { LonLat } from '../geo/point.ts'

/** A piece of the Earth: around a point, within a line that closes, or along a line. */
export const areaShapes = ['circle', 'polygon', 'corridor'] as const
export type AreaShape = (typeof areaShapes)[number]

export type Circle = { shape: 'circle'; centre: LonLat; radiusM: number }
/**
 * A ring as in GeoJSON: its last point is its first, and it runs counterclockwise (RFC 7946, 3.1.6). Edges are straight in longitude and
 * latitude (3.1.1) and take the shorter way round the globe, so one that passes ±180° needs nothing special.
 */
export type Polygon = { shape: 'polygon'; ring: LonLat[] }
/** Everything within half the width of a line, whose pieces are straight as edges of a polygon are. */
export type Corridor = { shape: 'corridor'; line: LonLat[]; widthM: number }

export type Area = Circle | Polygon | Corridor

/** From a loading bay to half an ocean. */
export const radiusLimitsM = { least: 10, most: 3_000_000 }
export const widthLimitsM = { least: 20, most: 2_000_000 }
export const pointsMost = 1000
