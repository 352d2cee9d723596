import type { PublishedRate } from '@lading/shared/money/published-rate'
import { sql } from 'drizzle-orm'
import { textArray } from '../array-literal.ts'
import type { Db, Transaction } from '../open.ts'

/** Published rates are of one euro, and other currencies meet over it. */
export const baseCurrency = 'EUR'

/**
 * Keeps published rates, of each currency, day and source what was told last, and answers how many are new or different; all or none. No
 * currency may be there twice for a day.
 */
export const putRates = async (db: Db | Transaction, rates: PublishedRate[], source: string, now: Date): Promise<number> => {
  const rows = await db.execute<{ count: number }>(sql`
    with put as (
      insert into exchange_rate (base, currency, date, source, rate, imported_at)
      select ${baseCurrency}, currency, date, ${source}, rate, ${now.toISOString()}::timestamptz
      from unnest(
        ${textArray(rates.map(({ currency }) => currency))}::text[],
        ${textArray(rates.map(({ date }) => date))}::date[],
        ${textArray(rates.map(({ rate }) => rate))}::numeric[]) as told (currency, date, rate)
      on conflict (base, currency, date, source) do update set rate = excluded.rate, imported_at = excluded.imported_at
        where exchange_rate.rate <> excluded.rate
      returning 1)
    select count(*)::int as count from put`)
  return rows[0]?.count ?? 0
}
