import { distanceKm, earthRadiusKm } from './distance.ts'
import { type LonLat, normaliseLon, type Point, toPoint } from './point.ts'

const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (value: number) => (value * 180) / Math.PI

/** The point a `share` (0 … 1) of the way from `a` to `b` along the great circle; which of them, between antipodes, is left to chance. */
export const pointBetween = (a: Point, b: Point, share: number): Point => {
  const angle = distanceKm(a, b) / earthRadiusKm
  if (angle < 1e-9) return a
  const wa = Math.sin((1 - share) * angle) / Math.sin(angle)
  const wb = Math.sin(share * angle) / Math.sin(angle)
  const x = wa * Math.cos(radians(a.lat)) * Math.cos(radians(a.lon)) + wb * Math.cos(radians(b.lat)) * Math.cos(radians(b.lon))
  const y = wa * Math.cos(radians(a.lat)) * Math.sin(radians(a.lon)) + wb * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon))
  const z = wa * Math.sin(radians(a.lat)) + wb * Math.sin(radians(b.lat))
  return { lat: degrees(Math.atan2(z, Math.hypot(x, y))), lon: degrees(Math.atan2(y, x)) }
}

/** The great circle from `a` to `b` as a line with a point at least every `stepKm`. */
export const greatCircle = (a: Point, b: Point, stepKm = 100): LonLat[] => {
  const steps = Math.max(1, Math.ceil(distanceKm(a, b) / stepKm))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const { lat, lon } = pointBetween(a, b, step / steps)
    return [lon, lat] as LonLat
  })
}

/** Length of a line over its points. */
export const lengthKm = (line: LonLat[]) =>
  line.slice(1).reduce((total, point, index) => total + distanceKm(toPoint(line[index] as LonLat), toPoint(point)), 0)

/** Where one is after `km` along the great circle that leaves `from` at a bearing, in degrees clockwise from north. */
export const pointAt = (from: Point, bearing: number, km: number): Point => {
  const [angle, course, lat] = [km / earthRadiusKm, radians(bearing), radians(from.lat)]
  const sine = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(course)
  const dLon = Math.atan2(Math.sin(course) * Math.sin(angle) * Math.cos(lat), Math.cos(angle) - Math.sin(lat) * sine)
  return { lat: degrees(Math.asin(Math.min(1, Math.max(-1, sine)))), lon: normaliseLon(from.lon + degrees(dLon)) }
}
