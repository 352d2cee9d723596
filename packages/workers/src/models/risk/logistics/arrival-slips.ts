import { hoursBetween, type RiskRule, rounded } from '../rule.ts'

/** What an arrival is away from its plan every day without anybody calling it a slip. */
const leastHours = 2
const most = 3

/** Expected later than planned: the more so, the more it is of what is not known of the arrival. */
export const arrivalSlips: RiskRule = ({ subject: { id, legs, arrival } }) => {
  const planned = legs.at(-1)?.plannedArrival
  if (!planned || !arrival) return []
  const slipHours = hoursBetween(planned, arrival.p50)
  if (slipHours < leastHours) return []
  const halfWidth = Math.max(leastHours, hoursBetween(arrival.p10, arrival.p90) / 2)
  return [
    {
      what: 'arrival-slips',
      facts: { slipHours: rounded(slipHours), plannedAt: planned.toISOString(), expectedAt: arrival.p50.toISOString() },
      weight: Math.min(most, slipHours / halfWidth),
      ...{ confidence: 1, at: arrival.computedAt.toISOString(), halfLifeHours: null, inArrival: true },
      source: { type: 'arrival', id },
    },
  ]
}
