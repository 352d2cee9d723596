import { legsAhead, type RiskRule } from '../rule.ts'

/** Two may be late by chance. */
const fewest = 3
const leastShare = 0.5

/** Many shipments wait longer than planned at a place that this one has yet to pass: nothing of that is in its own arrival time. */
export const congestion: RiskRule = (seen) => {
  const ahead = legsAhead(seen)
  const places = new Map(ahead.slice(1).map(({ origin }) => [origin.code, origin]))
  return seen.surroundings.waiting.flatMap(({ place, waiting, overdue }) => {
    const its = places.get(place)
    if (!its || overdue < fewest || overdue / waiting < leastShare) return []
    return [
      {
        what: 'congestion' as const,
        facts: { place: its.name, code: place, waiting, overdue },
        weight: Math.min(1.5, 0.25 * overdue),
        ...{ confidence: overdue / waiting, at: seen.now.toISOString(), halfLifeHours: null, inArrival: false },
        source: { type: 'leg' as const, id: String(ahead.find(({ origin }) => origin.code === place)?.sequence) },
      },
    ]
  })
}
