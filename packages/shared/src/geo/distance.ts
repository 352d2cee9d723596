import type { Point } from './point.ts'

/** IUGG mean Earth radius. */
export const earthRadiusKm = 6371.0088

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance (haversine); off by at most 0.6 % against the ellipsoid, well below what a geofence resolves. */
export const distanceKm = (a: Point, b: Point) => {
  const dLat = radians(b.lat - a.lat)
  const dLon = radians(b.lon - a.lon)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Initial bearing from `a` to `b`, degrees clockwise from north, 0 ≤ bearing < 360. */
export const bearingDeg = (a: Point, b: Point) => {
  const dLon = radians(b.lon - a.lon)
  const y = Math.sin(dLon) * Math.cos(radians(b.lat))
  const x = Math.cos(radians(a.lat)) * Math.sin(radians(b.lat)) - Math.sin(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.cos(dLon)
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360
}
