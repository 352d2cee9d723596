import { isClosed, isHeld } from '@lading/shared/domain/customs-entry'
import type { RiskRule } from '../rule.ts'

/** One declaration in five is too many to plan by. */
const leastProbability = 0.2

/** Customs is likely to look at the goods: what was learnt of clearances says so, and the arrival time has it. */
export const examinationLikely: RiskRule = ({ subject: { id, arrival } }) =>
  (arrival?.stages ?? []).flatMap(({ customs, state, sequence }) => {
    if (!customs || state === 'done' || isClosed(customs.state) || isHeld(customs.state)) return []
    const probability = customs.channels.examination + customs.channels.documents
    if (probability < leastProbability) return []
    return [
      {
        what: 'examination-likely' as const,
        facts: {
          ...{ country: customs.country, office: customs.office, leg: sequence, p90Hours: Math.round(customs.hours.p90Hours) },
          ...{
            examination: customs.channels.examination,
            documents: customs.channels.documents,
            outcomes: Math.round(customs.basis.outcomes),
          },
        },
        weight: probability,
        ...{ confidence: 0.8, at: arrival?.computedAt.toISOString() as string, halfLifeHours: null, inArrival: true },
        source: { type: 'arrival' as const, id },
      },
    ]
  })
