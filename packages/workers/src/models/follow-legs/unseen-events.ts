import { distanceKm } from '@lading/shared/geo/distance'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Fix } from '../fix.ts'
import { routeFix } from '../route-fix.ts'
import type { Jump } from './later-leg.ts'

type Gap = { settledUntilMs: number; before: Fix | undefined; fix: Fix }
type Event = { kind: 'arrival' | 'departure'; atMs: number }

/**
 * The arrivals and departures that must have happened between two fixes, oldest first. Their times share out the gap as the plan
 * shares out its own: what was left of this leg, the wait, the legs between, and what is done of the last one.
 */
export const unseenEvents = (legs: TrackedLeg[], from: number, jump: Jump, { settledUntilMs, before, fix }: Gap): Event[] => {
  const begin = legs[from] as TrackedLeg
  const sinceMs = Math.max(settledUntilMs, before?.atMs ?? Math.min(begin.plannedDeparture.getTime(), fix.atMs))
  const stages: { kind?: Event['kind']; ms: number }[] = begin.actualDeparture ? [] : [{ kind: 'departure', ms: 0 }]
  for (let index = from; index <= jump.index; index++) {
    const leg = legs[index] as TrackedLeg
    const previous = legs[index - 1]
    if (index > from && previous) stages.push({ kind: 'departure', ms: leg.plannedDeparture.getTime() - previous.plannedArrival.getTime() })
    const ms = leg.plannedArrival.getTime() - leg.plannedDeparture.getTime()
    if (index === jump.index && jump.at === 'on-route') stages.push({ ms: ms * shareDone(leg, fix) })
    else stages.push({ kind: 'arrival', ms: index === from && before && leg.actualDeparture ? ms * (1 - shareDone(leg, before)) : ms })
  }
  // A plan may leave no time for a stage at all; a millisecond keeps the shares defined.
  const lengths = stages.map(({ ms }) => Math.max(1, ms))
  const totalMs = lengths.reduce((sum, ms) => sum + ms, 0)
  let passedMs = 0
  return stages.flatMap(({ kind }, index) => {
    passedMs += lengths[index] as number
    return kind ? [{ kind, atMs: Math.round(sinceMs + ((fix.atMs - sinceMs) * passedMs) / totalMs) }] : []
  })
}

const shareDone = (leg: TrackedLeg, fix: Fix) => {
  const { alongKm, totalKm } = routeFix(leg, fix)
  // A leg within one place has no length: it is done where the fix is at its end.
  if (totalKm === 0) return distanceKm(leg.destination, fix) <= leg.destination.geofenceRadiusKm ? 1 : 0
  return alongKm / totalKm
}
