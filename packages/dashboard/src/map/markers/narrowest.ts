import type { LonLat } from '@lading/shared/geo/point'

/**
 * The points moved by whole worlds so that they span the fewest degrees: ships on both sides of the antimeridian lie side by
 * side. The world is cut where the widest gap between them is.
 */
export const narrowest = (points: readonly LonLat[]): LonLat[] => {
  const lons = points.map(([lon]) => lon).sort((a, b) => a - b)
  const gaps = lons.map((lon, index) => ({ after: lon, width: (lons[index + 1] ?? (lons[0] ?? 0) + 360) - lon }))
  const widest = gaps.reduce((best, gap) => (gap.width > best.width ? gap : best), { after: 180, width: 0 })
  const isCut = widest.after < (lons.at(-1) ?? 180)
  return points.map(([lon, lat]) => [isCut && lon <= widest.after ? lon + 360 : lon, lat])
}
