import { type CustomsState, isHeld } from '@lading/shared/domain/customs-entry'
import { hoursBetween, type RiskRule, rounded } from '../rule.ts'

const weights: Partial<Record<CustomsState, number>> = { 'documents-required': 1, examination: 1.1, detained: 2, refused: 4 }

/** Customs holds the goods. How long holds take is in the arrival time; what is refused does not arrive, whatever that says. */
export const customsHold: RiskRule = ({ subject: { entries }, now }) =>
  entries.flatMap(({ id, state, stateAt, country, office }) => {
    if (!isHeld(state)) return []
    const sinceAt = stateAt ?? now
    return [
      {
        what: 'customs-hold' as const,
        facts: { state, country, office, sinceAt: sinceAt.toISOString(), hours: rounded(Math.max(0, hoursBetween(sinceAt, now))) },
        weight: weights[state] ?? 1,
        ...{ confidence: 1, at: now.toISOString(), halfLifeHours: null, inArrival: state !== 'refused' },
        source: { type: 'customs-entry' as const, id },
      },
    ]
  })
