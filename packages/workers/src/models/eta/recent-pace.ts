import { lengthKm } from '@lading/shared/geo/great-circle'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { type Fix, hourMs, minuteMs } from '../fix.ts'
import { routeFix, routeOf } from '../route-fix.ts'
import { assumptions } from './assumptions.ts'

/** A shorter stretch says more about scatter and traffic lights than about speed. */
const leastStretchMs = 20 * minuteMs
/** Recent speed against expected speed; what lies outside is a halt or a jump, not a pace to expect for the rest of the way. */
const [slowest, fastest] = [0.3, 1.6]

/**
 * Hours that the speed made good over the recent fixes adds to what is left of a leg, or takes from it, as far as it says anything about
 * the way ahead: much of the next hours, nothing of the days after them. Expected is `leftHours` for the share of the way that is left.
 */
export const recentDelayHours = (leg: TrackedLeg, recent: Fix[], leftHours: number, share: number) => {
  const pace = recentPace(leg, recent, (share * lengthKm(routeOf(leg))) / (Math.max(minuteMs / hourMs, leftHours) * hourMs))
  if (pace === undefined) return 0
  const { trustInRecentSpeed, trustHours } = assumptions[leg.mode]
  return trustInRecentSpeed * Math.exp(-leftHours / trustHours) * leftHours * (1 / pace - 1)
}

// Speed made good along the route against the expected one.
const recentPace = (leg: TrackedLeg, recent: Fix[], expectedKmPerMs: number) => {
  const since = leg.actualDeparture?.getTime() ?? 0
  const onLeg = recent.filter(({ atMs }) => atMs >= since)
  const [first, last] = [onLeg[0], onLeg.at(-1)]
  if (!first || !last || last.atMs - first.atMs < leastStretchMs) return undefined
  const madeGoodKm = routeFix(leg, last).alongKm - routeFix(leg, first).alongKm
  return Math.min(fastest, Math.max(slowest, madeGoodKm / (last.atMs - first.atMs) / expectedKmPerMs))
}
