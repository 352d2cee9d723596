import { distanceKm } from '@lading/shared/geo/distance'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { corridorKm } from '../corridor.ts'
import type { Fix } from '../fix.ts'
import { routeFix } from '../route-fix.ts'
import { isInside } from './geofence.ts'

/** Scatter of a fix among high buildings; one fix that is farther out than this is not scatter. */
const scatterKm = 0.5

/** Whether the fixes outside the origin since the last one inside mean that the leg has begun: two in a row, or one far out. */
export const hasLeft = (leg: TrackedLeg, outside: Fix[]) => {
  const last = outside.at(-1)
  return last !== undefined && (outside.length >= 2 || isFarOut(leg, last) || isInside(leg.destination, last))
}

/**
 * The same for a device that was never seen at the origin: it may still be on its way there, so it has departed only once it is
 * on the route, twice, after the planned departure, or at the destination by then.
 */
export const isOnTheWay = (leg: TrackedLeg, outside: Fix[]) => {
  const last = outside.at(-1)
  if (!last || last.atMs < leg.plannedDeparture.getTime()) return false
  if (isInside(leg.destination, last)) return true
  return outside.length >= 2 && outside.slice(-2).every((fix) => isFarOut(leg, fix) && routeFix(leg, fix).asideKm <= corridorKm(leg))
}

const isFarOut = ({ origin }: TrackedLeg, fix: Fix) => {
  const km = distanceKm(origin, fix)
  return km > 2 * origin.geofenceRadiusKm && km > origin.geofenceRadiusKm + scatterKm
}
