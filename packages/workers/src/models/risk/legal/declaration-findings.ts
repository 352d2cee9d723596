import { alertOf, type RiskRule } from '../rule.ts'

const severe = 1.6
const usual = 0.8

/** What will be declared is not in order, while it can still be put right: an alert says so, and with which findings. */
export const declarationFindings: RiskRule = (seen) => {
  const open = alertOf(seen, 'declaration')
  if (!open) return []
  const { country, findings, codes } = open.facts
  return [
    {
      what: 'declaration-findings' as const,
      facts: { country: String(country), findings: Number(findings), codes: String(codes) },
      weight: open.severity === 'critical' ? severe : usual,
      ...{ confidence: 0.8, at: open.updatedAt.toISOString(), halfLifeHours: null, inArrival: false },
      source: { type: 'alert' as const, id: open.id },
    },
  ]
}
