import { distanceKm } from '@lading/shared/geo/distance'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { corridorKm } from '../corridor.ts'
import type { Fix } from '../fix.ts'
import { routeFix } from '../route-fix.ts'
import { isInside } from './geofence.ts'

/** How far the goods are, seen from a leg whose end nobody saw: at the end of a later leg, or on the way of one. */
export type Jump = { index: number; at: 'destination' | 'on-route' }

/**
 * Whether a fix shows that the goods are already beyond leg `index`, although no fix was ever inside its destination: the device
 * was silent, was switched on late, or its reports are still to come.
 */
export const jumpBeyond = (legs: TrackedLeg[], index: number, before: Fix | undefined, fix: Fix): Jump | undefined => {
  const leg = legs[index] as TrackedLeg
  // On a round trip a later leg ends where this one began.
  if (isInside(leg.origin, fix)) return undefined
  const ended = legs.findIndex((each, at) => at > index && isInside(each.destination, fix))
  if (ended > index) return { index: ended, at: 'destination' }
  if (!before || !isPast(leg, before) || !isPast(leg, fix)) return undefined
  const begun = legs.findIndex((each, at) => at > index && isUnderWay(leg, each, before, fix))
  return begun > index ? { index: begun, at: 'on-route' } : undefined
}

// Beyond the end of the leg, well outside its destination.
const isPast = (leg: TrackedLeg, fix: Fix) => {
  if (distanceKm(leg.destination, fix) <= 2 * leg.destination.geofenceRadiusKm) return false
  const { alongKm, totalKm } = routeFix(leg, fix)
  return alongKm >= 0.98 * totalKm
}

// On the later leg: much nearer to its route than to that of the leg before, and getting away from where it begins.
const isUnderWay = (leg: TrackedLeg, later: TrackedLeg, before: Fix, fix: Fix) =>
  distanceKm(later.origin, fix) > distanceKm(later.origin, before) &&
  [before, fix].every((each) => {
    const { asideKm } = routeFix(later, each)
    return asideKm <= corridorKm(later) && asideKm < routeFix(leg, each).asideKm / 2
  })
