import type { Point } from '@lading/shared/geo/point'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { type Fix, hourMs, minuteMs } from '../fix.ts'
import { routeFix } from '../route-fix.ts'
import { assumptions } from './assumptions.ts'

/** A shorter stretch says more about scatter and traffic lights than about speed. */
const leastStretchMs = 20 * minuteMs
/** Recent speed against planned speed; what lies outside is a halt or a jump, not a pace to expect for the rest of the way. */
const [slowest, fastest] = [0.3, 1.6]

/**
 * Milliseconds from `position` to the end of a leg that has begun and is expected to take so long: what is left of the way at the
 * expected speed, corrected by the speed made good over the recent fixes as far as that says anything about the way ahead. And which
 * share of the way is left.
 */
export const timeLeft = (leg: TrackedLeg, position: Point, recent: Fix[], expectedMs: number) => {
  const { alongKm, totalKm } = routeFix(leg, position)
  if (totalKm === 0) return { ms: 0, share: 0 }
  const share = (totalKm - alongKm) / totalKm
  const leftMs = expectedMs * share
  const pace = recentPace(leg, recent, totalKm / Math.max(1, expectedMs))
  if (pace === undefined) return { ms: leftMs, share }
  const { trustInRecentSpeed, trustHours } = assumptions[leg.mode]
  const trust = trustInRecentSpeed * Math.exp(-leftMs / hourMs / trustHours)
  return { ms: leftMs * (1 - trust + trust / pace), share }
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
