import { toLogOdds } from '@lading/models/probability/log-odds'
import { legsAhead, type RiskRule } from '../rule.ts'

const most = 2.5
const halfLifeHours = 90 * 24

const hundredth = (value: number) => Math.round(value * 100) / 100

/** A carrier of what is ahead does worse than others of its kind: by how much the odds of keeping its word are smaller. */
export const partnerScore: RiskRule = (seen) => {
  const carriers = new Set(legsAhead(seen).map(({ carrier }) => carrier.trim().toLowerCase()))
  return seen.surroundings.partners.flatMap(({ code, name, names, at, score, low, high, kindScore, scoreBefore }) => {
    if (!names.some((each) => carriers.has(each)) || score >= kindScore) return []
    return [
      {
        what: 'partner-score' as const,
        facts: {
          code,
          party: name,
          score: hundredth(score),
          kindScore: hundredth(kindScore),
          scoreBefore: scoreBefore && hundredth(scoreBefore),
        },
        weight: Math.min(most, toLogOdds(kindScore) - toLogOdds(score)),
        // The wider it may be, the less it says.
        ...{ confidence: Math.max(0, 1 - (high - low)), at: at.toISOString(), halfLifeHours, inArrival: false },
        source: { type: 'partner' as const, id: code },
      },
    ]
  })
}
