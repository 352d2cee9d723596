import { bearingDeg, distanceKm } from '@lading/shared/geo/distance'
import type { LonLat, Point } from '@lading/shared/geo/point'
import type { Random } from '../random/random.ts'
import { bearingPoint } from './bearing-point.ts'
import { roadRoute } from './road-route.ts'

/** A delivery round: from the depot to the district, from door to door there, and to the consignee's last. */
export const parcelRound = (random: Random, depot: Point, consignee: Point): { route: LonLat[]; doors: Point[] } => {
  const inbound = bearingDeg(consignee, depot)
  // Doors before the consignee's: 0.7 to 4 km around, beginning on the depot's side, each outside the consignee's geofence.
  const count = random.integer(5, 11)
  const reachKm = Math.min(4, distanceKm(depot, consignee) / 3)
  const doors = Array.from({ length: count }, (_, index) =>
    bearingPoint(consignee, inbound + (index / count) * 300 + random.between(-20, 20), random.between(0.7, Math.max(0.8, reachKm))),
  )
  return { route: roadRoute([depot, ...doors, consignee]), doors }
}
