import { lengthKm } from '@lading/shared/geo/great-circle'
import type { Point } from '@lading/shared/geo/point'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { routeFix, routeOf } from './route-fix.ts'

/** Share of the planned way that is behind, 0 to 1, by distance over all legs. */
export const progressOf = (legs: TrackedLeg[], position: Point | null): number => {
  let behindKm = 0
  let totalKm = 0
  for (const leg of legs) {
    const km = lengthKm(routeOf(leg))
    totalKm += km
    if (leg.actualArrival) behindKm += km
    else if (leg.actualDeparture && position) behindKm += routeFix(leg, position).alongKm
  }
  if (legs.every(({ actualArrival }) => actualArrival)) return 1
  return totalKm === 0 ? 0 : Math.min(1, behindKm / totalKm)
}
