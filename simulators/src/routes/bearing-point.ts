import { earthRadiusKm } from '@lading/shared/geo/distance'
import { normaliseLon, type Point } from '@lading/shared/geo/point'

const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (value: number) => (value * 180) / Math.PI

/** The point `km` away from `from`, setting out at `bearingDeg` from north. */
export const bearingPoint = (from: Point, bearingDeg: number, km: number): Point => {
  const angle = km / earthRadiusKm
  const lat = radians(from.lat)
  const bearing = radians(bearingDeg)
  const newLat = Math.asin(Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing))
  const y = Math.sin(bearing) * Math.sin(angle) * Math.cos(lat)
  const x = Math.cos(angle) - Math.sin(lat) * Math.sin(newLat)
  return { lat: degrees(newLat), lon: normaliseLon(from.lon + degrees(Math.atan2(y, x))) }
}
