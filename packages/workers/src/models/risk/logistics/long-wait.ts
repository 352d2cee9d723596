import { hoursBetween, type RiskRule, rounded } from '../rule.ts'

/** Half a day more than such waits take counts as much as the odds doubled. */
const hoursToDouble = 12
const leastHours = 2
const most = 2

/** It waits between two legs for longer than was planned, as such waits have turned out: what is learnt of them says how much longer. */
export const longWait: RiskRule = ({ subject: { legs, currentLeg, arrival }, now }) => {
  const at = legs.findIndex(({ sequence }) => sequence === currentLeg)
  const [before, leg] = [legs[at - 1], legs[at]]
  const stage = arrival?.stages.find(
    ({ sequence, kind, state }) => sequence === currentLeg && state === 'running' && (kind === 'dwell' || kind === 'border'),
  )
  if (!before?.actualArrival || !leg || leg.actualDeparture || !stage) return []
  const plannedHours = Math.max(0, hoursBetween(before.plannedArrival, leg.plannedDeparture))
  const overHours = stage.p50Hours - plannedHours
  if (overHours < Math.max(leastHours, 0.25 * plannedHours)) return []
  return [
    {
      what: 'long-wait',
      facts: {
        ...{ place: leg.origin.name, waitedHours: rounded(hoursBetween(before.actualArrival, now)), plannedHours: rounded(plannedHours) },
        ...{ expectedHours: rounded(stage.p50Hours), pastWaits: stage.basis?.journeys ?? null },
      },
      weight: Math.min(most, (Math.LN2 * overHours) / hoursToDouble),
      ...{ confidence: stage.basis ? 1 : 0.6, at: now.toISOString(), halfLifeHours: null, inArrival: true },
      source: { type: 'leg', id: String(leg.sequence) },
    },
  ]
}
