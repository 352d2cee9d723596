import { alertOf, type RiskRule } from '../rule.ts'

/** Not where it was planned to go: why, no arrival time knows. */
export const offRoute: RiskRule = (seen) => {
  const alert = alertOf(seen, 'off-route')
  if (!alert) return []
  const { asideKm = null, from = null, to = null } = alert.facts
  return [
    {
      what: 'off-route',
      facts: { asideKm, from, to },
      weight: alert.severity === 'critical' ? 1.2 : 0.6,
      ...{ confidence: 0.8, at: alert.updatedAt.toISOString(), halfLifeHours: null, inArrival: false },
      source: { type: 'alert', id: alert.id },
    },
  ]
}
