import { legsAhead, type RiskRule } from '../rule.ts'

const eachWeighs = 0.08

/** Every time goods change vehicles they can be left behind. The arrival time knows of the waits. */
export const handoversLeft: RiskRule = (seen) => {
  const [first, ...rest] = legsAhead(seen)
  if (!first || rest.length === 0) return []
  return [
    {
      what: 'handovers-left',
      facts: { handovers: rest.length, carriers: new Set([first, ...rest].map(({ carrier }) => carrier)).size },
      weight: eachWeighs * rest.length,
      ...{ confidence: 1, at: seen.now.toISOString(), halfLifeHours: null, inArrival: true },
      source: { type: 'leg', id: String(first.sequence) },
    },
  ]
}
