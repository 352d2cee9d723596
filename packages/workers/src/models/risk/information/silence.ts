import { alertOf, type RiskRule } from '../rule.ts'

/** Nothing is heard of the goods where something should be. */
export const silence: RiskRule = (seen) => {
  const alert = alertOf(seen, 'silent-device')
  if (!alert) return []
  const { deviceId = null, minutes = null, everyMinutes = null, lastRecordedAt = null } = alert.facts
  return [
    {
      what: 'silence',
      facts: { deviceId, minutes, everyMinutes, lastRecordedAt },
      weight: alert.severity === 'critical' ? 0.7 : 0.3,
      ...{ confidence: 0.7, at: alert.updatedAt.toISOString(), halfLifeHours: null, inArrival: false },
      source: { type: 'alert', id: alert.id },
    },
  ]
}
