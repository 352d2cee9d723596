import { greatCircle } from '@lading/shared/geo/great-circle'
import { type LonLat, toPoint } from '@lading/shared/geo/point'

/** The same line with a point at least every `stepKm`, without repeated points. */
export const densify = (line: LonLat[], stepKm: number): LonLat[] => {
  const [first] = line
  if (!first) return []
  const points: LonLat[] = [first]
  for (const next of line.slice(1)) {
    const last = points.at(-1) as LonLat
    if (last[0] === next[0] && last[1] === next[1]) continue
    points.push(...greatCircle(toPoint(last), toPoint(next), stepKm).slice(1, -1), next)
  }
  return points
}
