import type { Point } from '@lading/shared/geo/point'

const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (value: number) => (value * 180) / Math.PI

/**
 * The middle of weighted places on the globe: their mean in space, brought back to the surface. A first look, which knows neither roads nor
 * seas. Nothing where they balance each other out.
 */
export const centreOfGravity = (places: (Point & { weight: number })[]): Point | undefined => {
  let [x, y, z] = [0, 0, 0]
  for (const { lat, lon, weight } of places) {
    x += weight * Math.cos(radians(lat)) * Math.cos(radians(lon))
    y += weight * Math.cos(radians(lat)) * Math.sin(radians(lon))
    z += weight * Math.sin(radians(lat))
  }
  const total = places.reduce((sum, { weight }) => sum + weight, 0)
  if (Math.hypot(x, y, z) <= 1e-9 * total) return undefined
  return { lat: degrees(Math.atan2(z, Math.hypot(x, y))), lon: degrees(Math.atan2(y, x)) }
}
