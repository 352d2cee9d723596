import type { Point } from './point.ts'

/** Degrees; `west` greater than `east` means that the box crosses the antimeridian. */
export type Bbox = { west: number; south: number; east: number; north: number }

/** Reads `west,south,east,north`; `undefined` where these are not four numbers within the globe. */
export const parseBbox = (text: string): Bbox | undefined => {
  const numbers = text.split(',').map(Number)
  const [west, south, east, north] = numbers
  if (numbers.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined) return undefined
  if (!numbers.every(Number.isFinite) || south > north || south < -90 || north > 90) return undefined
  if (Math.abs(west) > 180 || Math.abs(east) > 180) return undefined
  return { west, south, east, north }
}

export const contains = ({ west, south, east, north }: Bbox, { lat, lon }: Point) =>
  lat >= south && lat <= north && (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east)
