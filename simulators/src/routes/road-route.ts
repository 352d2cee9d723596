import { bearingDeg, distanceKm } from '@lading/shared/geo/distance'
import { pointBetween } from '@lading/shared/geo/great-circle'
import type { LonLat, Point } from '@lading/shared/geo/point'
import { bellNoise } from '../random/hash.ts'
import { bearingPoint } from './bearing-point.ts'

/**
 * A road through the given places. Between them it bends as roads do: every some 12 km the line is pushed aside by up to a
 * few kilometres. Which way depends on the places alone, so that two lorries take the same road.
 */
export const roadRoute = (places: [Point, ...Point[]]): LonLat[] => [
  asLonLat(places[0]),
  ...places.slice(1).flatMap((place, index) => bends(places[index] as Point, place)),
]

const bends = (from: Point, to: Point): LonLat[] => {
  const km = distanceKm(from, to)
  const count = Math.max(1, Math.round(km / 12))
  const across = bearingDeg(from, to) + 90
  const key = [from.lat, from.lon, to.lat, to.lon].map((value) => value.toFixed(3)).join()
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 1) / count
    if (index === count - 1) return asLonLat(to)
    // Towards both ends the road comes back to the line; the longer the way, the further it may stray, 8 km at the most.
    const strayKm = Math.min(8, 0.06 * km) * Math.sin(Math.PI * share) * bellNoise(key, Math.floor(index / 2))
    return asLonLat(bearingPoint(pointBetween(from, to, share), across, strayKm))
  })
}

const asLonLat = ({ lon, lat }: Point): LonLat => [lon, lat]
