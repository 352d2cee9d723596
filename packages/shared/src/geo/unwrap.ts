import type { LonLat } from './point.ts'

/**
 * A line whose longitudes go on past ±180° instead of jumping, so that a route over the Pacific does not cross the world:
 * each step takes the shorter way round.
 */
export const unwrap = (line: readonly LonLat[]): LonLat[] => {
  let shift = 0
  let before: number | undefined
  return line.map(([lon, lat]) => {
    if (before !== undefined) {
      if (lon - before > 180) shift -= 360
      else if (lon - before < -180) shift += 360
    }
    before = lon
    return [lon + shift, lat]
  })
}
