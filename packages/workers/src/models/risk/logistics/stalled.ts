import { alertOf, type RiskRule } from '../rule.ts'

/** No movement where there should be some; the arrival time has it from the positions. */
export const stalled: RiskRule = (seen) => {
  const alert = alertOf(seen, 'stalled')
  if (!alert) return []
  const { hours = null, from = null, to = null } = alert.facts
  return [
    {
      what: 'stalled',
      facts: { hours, from, to },
      weight: alert.severity === 'critical' ? 1.5 : 0.8,
      ...{ confidence: 0.9, at: alert.updatedAt.toISOString(), halfLifeHours: null, inArrival: true },
      source: { type: 'alert', id: alert.id },
    },
  ]
}
