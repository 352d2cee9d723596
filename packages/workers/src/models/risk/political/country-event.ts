import type { Severity } from '@lading/shared/domain/alert'
import type { RiskRule } from '../rule.ts'
import { countriesAhead } from './countries-ahead.ts'

const weights: Record<Severity, number> = { info: 0.3, warning: 0.9, critical: 1.8 }
/** What has no end is believed for so long. */
const endlessHalfLifeHours = 14 * 24
/** Forecasts of when goods are somewhere are off by this much, and what ends then is not over at once. */
const aboutMs = 2 * 24 * 3_600_000

/** Something happens in a country while the goods are there, as far as can be told now. */
export const countryEvent: RiskRule = (seen) => {
  const countries = countriesAhead(seen)
  return seen.surroundings.events.flatMap(({ id, country, kind, severity, title, validFrom, validUntil, source }) => {
    const there = countries.get(country)
    if (!there || (validUntil && validUntil <= seen.now)) return []
    const meets =
      validFrom.getTime() <= there.until.getTime() + aboutMs && (!validUntil || validUntil.getTime() >= there.from.getTime() - aboutMs)
    if (!meets) return []
    const began = new Date(Math.min(validFrom.getTime(), seen.now.getTime()))
    return [
      {
        what: 'country-event' as const,
        facts: {
          country,
          event: kind,
          severity,
          title,
          source,
          from: validFrom.toISOString(),
          until: validUntil?.toISOString() ?? null,
          thereAt: there.from.toISOString(),
        },
        weight: weights[severity],
        ...{ confidence: 0.6, at: began.toISOString(), halfLifeHours: validUntil ? null : endlessHalfLifeHours, inArrival: false },
        source: { type: 'country-event' as const, id },
      },
    ]
  })
}
