import { uselessAfterDays } from '@lading/shared/money/rate-age'
import type { DatedRate, Rates } from '@lading/shared/money/rates'
import { sql } from 'drizzle-orm'
import { textArray } from '../array-literal.ts'
import type { Db, Transaction } from '../open.ts'
import { baseCurrency } from './put.ts'

/**
 * For each currency the last rate that was published on or before a day (ISO 8601), with its own day and source; of a day that several
 * sources have, the one that was told last. A rate that is older than a month counts as none. `age-days` of shared says how old one is.
 */
export const ratesOn = async (db: Pick<Db | Transaction, 'execute'>, day: string): Promise<Rates> =>
  (await ratesOnDays(db, [day])).get(day) as Rates

/** The same for several days at once. */
export const ratesOnDays = async (db: Pick<Db | Transaction, 'execute'>, days: Iterable<string>): Promise<Map<string, Rates>> => {
  const wanted = [...new Set(days)]
  const found = new Map(wanted.map((day) => [day, {} as Record<string, DatedRate>]))
  if (wanted.length > 0)
    for (const { day, currency, ...rate } of await db.execute<DatedRate & { day: string; currency: string }>(sql`
      select day::text, currency, rate::text, date::text, source
      from unnest(${textArray(wanted)}::date[]) as wanted (day) cross join lateral (
        select distinct on (currency) currency, rate, date, source from exchange_rate
        where base = ${baseCurrency} and date <= wanted.day and date >= wanted.day - ${uselessAfterDays}::int
        order by currency, date desc, imported_at desc, source) as last
      order by currency`))
      Object.assign(found.get(day) ?? {}, { [currency]: rate })
  return new Map([...found].map(([day, rates]) => [day, { base: baseCurrency, rates }]))
}
