import type { Severity } from '@lading/shared/domain/alert'
import { type Meeting, meets } from '../../hazards/meets.ts'
import { alertOf, type RiskRule } from '../rule.ts'

const weights: Record<Severity, number> = { info: 0.3, warning: 1, critical: 2 }
const confidences: Record<Meeting['certainty'], number> = { within: 1, likely: 0.7, possible: 0.35 }

/** Every hazard that the goods are in, or that their planned way leads through while it lasts. Arrival times know nothing of hazards. */
export const hazardAhead: RiskRule = (seen) => {
  const { subject, hazards, now } = seen
  const open = alertOf(seen, 'hazard-ahead')
  const way = { legs: subject.legs, position: subject.position ?? undefined, eta: subject.arrival ?? undefined, now }
  return hazards.flatMap((hazard) => {
    const before = open?.facts.hazardId === hazard.id ? (open.facts.certainty as Meeting['certainty']) : undefined
    const met = meets(hazard, way, before)
    if (!met) return []
    const { id, kind, title, severity, validUntil, source } = hazard
    return [
      {
        what: 'hazard-ahead' as const,
        facts: {
          ...{ hazard: kind, title, severity, certainty: met.certainty, kmAhead: Math.round(met.kmAhead), source },
          ...{ expectedAt: met.expectedAt?.toISOString() ?? null, until: validUntil?.toISOString() ?? null },
        },
        weight: weights[severity],
        ...{ confidence: confidences[met.certainty], at: now.toISOString(), halfLifeHours: null, inArrival: false },
        source: { type: 'hazard' as const, id },
      },
    ]
  })
}
