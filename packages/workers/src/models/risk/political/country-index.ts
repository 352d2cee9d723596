import type { RiskRule } from '../rule.ts'
import { countriesAhead } from './countries-ahead.ts'

/** Of the scale from best to worst: below, an index says nothing of a country that holds up goods. */
const least = 0.5
const most = 1.2
/** Indices come out once a year. */
const halfLifeHours = 365 * 24

/** A country on the way stands badly in a published index. They measure much the same, so of each country the worst one counts. */
export const countryIndex: RiskRule = (seen) =>
  [...countriesAhead(seen).keys()].flatMap((country) => {
    const its = seen.surroundings.indices
      .filter((index) => index.country === country)
      .map((index) => ({ index, danger: Math.min(1, Math.max(0, (index.value - index.best) / (index.worst - index.best))) }))
      .toSorted((one, other) => other.danger - one.danger)
    const [worst] = its
    if (!worst || worst.danger <= least) return []
    const { name, value, of, source } = worst.index
    return [
      {
        what: 'country-index' as const,
        facts: { country, index: name, value, of, source, danger: Math.round(worst.danger * 100) / 100 },
        weight: (most * (worst.danger - least)) / (1 - least),
        // Of a country as a whole, not of the way that goods take through it.
        ...{ confidence: 0.5, at: new Date(`${of}T00:00:00Z`).toISOString(), halfLifeHours, inArrival: false },
        source: { type: 'country-index' as const, id: `${name}/${country}/${of}` },
      },
    ]
  })
