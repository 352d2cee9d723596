import type { RiskEvidence } from '@lading/shared/domain/risk'
import type { RiskRule, RiskSeen } from '../rule.ts'

/** Clocks of partners, and times that are rounded. */
const leastMs = 30 * 60_000

type Said = { code: 'DEPA' | 'ARRI' | 'DROP'; at: Date; source: RiskEvidence['source']; by: string }

/** Something is said to have happened before what it follows from: an arrival before its departure, a departure before the arrival before. */
export const beforeItsCause: RiskRule = (seen) => {
  const { legs } = seen.subject
  const found: RiskEvidence[] = []
  for (const [index, leg] of legs.entries()) {
    const [departed, arrived] = [
      told(seen, leg.sequence, ['DEPA']),
      told(seen, leg.sequence, index === legs.length - 1 ? ['ARRI', 'DROP'] : ['ARRI']),
    ]
    const before = legs[index - 1]
    const arrivedBefore = before ? told(seen, before.sequence, ['ARRI']) : []
    found.push(...contradictions(departed, arrived, leg.sequence), ...contradictions(arrivedBefore, departed, leg.sequence))
  }
  return found.slice(0, 5)
}

/** Only what different sources say: one that contradicts itself is a matter of clocks. */
const contradictions = (causes: Said[], effects: Said[], leg: number): RiskEvidence[] =>
  effects.flatMap((effect) => {
    const cause = causes.find(({ by, at }) => by !== effect.by && at.getTime() - effect.at.getTime() > leastMs)
    if (!cause) return []
    // What a sensor saw is not what is doubted.
    const doubted = effect.source.type === 'report' ? effect : cause
    if (doubted.source.type !== 'report') return []
    return [
      {
        what: 'before-its-cause',
        facts: {
          ...{ leg, effect: effect.code, effectAt: effect.at.toISOString(), effectBy: effect.by },
          ...{ cause: cause.code, causeAt: cause.at.toISOString(), causeBy: cause.by },
        },
        ...{ weight: 1.2, confidence: 0.8, at: effect.at.toISOString(), halfLifeHours: 168, inArrival: false },
        source: doubted.source,
      },
    ]
  })

const codes = { departed: 'DEPA', arrived: 'ARRI', delivered: 'DROP' } as const

const told = ({ subject: { milestones, reports, legs } }: RiskSeen, leg: number, wanted: Said['code'][]): Said[] => [
  ...milestones.flatMap(({ id, code, legSequence, eventTime, source }) =>
    legSequence === leg && wanted.some((each) => each === code)
      ? [{ code: code as Said['code'], at: eventTime, source: { type: 'milestone' as const, id }, by: source }]
      : [],
  ),
  ...reports.flatMap(({ id, claim, legSequence, eventTime, party }) => {
    if (claim === 'temperature') return []
    const its = claim === 'delivered' ? legs.at(-1)?.sequence : legSequence
    return its === leg && wanted.includes(codes[claim])
      ? [{ code: codes[claim], at: eventTime, source: { type: 'report' as const, id }, by: party }]
      : []
  }),
]
