import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Fix } from '../fix.ts'
import { routeFix } from '../route-fix.ts'

/** Between two fixes further apart than this share of the plan, nobody can say when half of the way was behind. */
const longestGap = 0.1

/**
 * The legs with the time at which half of their way was behind, where fixes (oldest first) show that it was passed: between the two about
 * it, as if the goods had moved steadily. What is known already stays.
 */
export const withHalfway = (legs: TrackedLeg[], fixes: Fix[]): TrackedLeg[] =>
  legs.map((leg) => {
    const halfwayAt = leg.halfwayAt ?? halfwayOf(leg, fixes)
    return halfwayAt === leg.halfwayAt ? leg : { ...leg, halfwayAt }
  })

const halfwayOf = (leg: TrackedLeg, fixes: Fix[]): Date | null => {
  const { actualDeparture, actualArrival, plannedDeparture, plannedArrival } = leg
  const last = fixes.at(-1)
  if (!actualDeparture || !last || last.atMs <= actualDeparture.getTime()) return null
  const untilMs = actualArrival?.getTime() ?? Number.POSITIVE_INFINITY
  const onLeg = fixes.filter(({ atMs }) => atMs >= actualDeparture.getTime() && atMs <= untilMs)
  const newest = onLeg.at(-1)
  const behind = (fix: Fix) => {
    const { alongKm, totalKm } = routeFix(leg, fix)
    return totalKm > 0 ? alongKm / totalKm : 1
  }
  if (!newest || behind(newest) < 0.5) return null
  const at = onLeg.findIndex((fix) => behind(fix) >= 0.5)
  const [before, after] = [onLeg[at - 1], onLeg[at] as Fix]
  const since = before ? { atMs: before.atMs, behind: behind(before) } : { atMs: actualDeparture.getTime(), behind: 0 }
  if (after.atMs - since.atMs > longestGap * (plannedArrival.getTime() - plannedDeparture.getTime())) return null
  const share = (0.5 - since.behind) / (behind(after) - since.behind)
  return new Date(Math.round(since.atMs + share * (after.atMs - since.atMs)))
}
