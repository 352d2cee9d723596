import type { NewMilestone } from '@lading/store/postgres/milestone/record'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Fix } from '../fix.ts'
import { crossedAtMs, endOfLeg, isInside } from './geofence.ts'
import { hasLeft, isOnTheWay } from './has-departed.ts'
import { createJourney } from './journey.ts'
import { type Jump, jumpBeyond } from './later-leg.ts'
import { unseenEvents } from './unseen-events.ts'

/**
 * Follows fixes (oldest first, without wild jumps) along the legs: out of the origin's fence is a departure, into the
 * destination's an arrival, then the next leg waits to begin. Starts from the times the legs have and never changes one, so
 * fixes that were followed before do no harm. Fixes older than the last event add nothing.
 */
export const followLegs = (legs: TrackedLeg[], fixes: Fix[]): { legs: TrackedLeg[]; milestones: NewMilestone[] } => {
  const journey = createJourney(legs)
  let before: Fix | undefined
  /** The last fix at the origin of the current leg, and those outside it since. */
  let inside: Fix | undefined
  let outside: Fix[] = []

  const depart = (atMs: number, shownBy?: Fix) => {
    journey.depart(atMs, shownBy)
    inside = undefined
    outside = []
  }
  const settleUnseen = (jump: Jump, fix: Fix) => {
    for (const event of unseenEvents(journey.legs, journey.index(), jump, { settledUntilMs: journey.settledUntilMs(), before, fix }))
      if (event.kind === 'departure') depart(event.atMs)
      else journey.arrive(event.atMs, event.atMs === fix.atMs ? fix : undefined)
  }

  for (const fix of fixes) {
    for (let leg = journey.current(); leg && fix.atMs > journey.settledUntilMs(); leg = journey.current()) {
      const end = endOfLeg(leg, fix)
      if (leg.actualDeparture && end === 'destination') {
        const crossed = before && before.atMs > journey.settledUntilMs() ? crossedAtMs(leg.destination, before, fix) : fix.atMs
        journey.arrive(crossed, fix)
        continue
      }
      let jump = jumpBeyond(journey.legs, journey.index(), before, fix)
      if (!leg.actualDeparture) {
        if (end === 'origin') {
          inside = fix
          outside = []
          break
        }
        outside.push(fix)
        // The fix that showed the arrival of the leg before is at the origin of this one.
        if (before && isInside(leg.origin, before)) inside = before
        const wasAtOrigin = inside !== undefined || journey.arrivedAt(leg.origin.code)
        const left = wasAtOrigin ? hasLeft(leg, outside) : isOnTheWay(leg, outside)
        if (left && inside) {
          const first = outside[0] as Fix
          depart(crossedAtMs(leg.origin, inside, first), first)
          continue
        }
        if (left && end === 'destination') jump = { index: journey.index(), at: 'destination' }
        if (left && !jump) {
          const first = outside[0] as Fix
          depart(first.atMs, first)
          continue
        }
        if (!left && (wasAtOrigin || fix.atMs < leg.plannedDeparture.getTime())) break
      }
      if (!jump) break
      settleUnseen(jump, fix)
    }
    before = fix
  }
  return { legs: journey.legs, milestones: journey.milestones }
}
