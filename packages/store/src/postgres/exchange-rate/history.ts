import type { DatedRate } from '@lading/shared/money/rates'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { baseCurrency } from './put.ts'

/** What was published of a currency from a day to another, both within, oldest first; one rate a day, of several sources the one told last. */
export const rateHistory = async (db: Db, currency: string, { from, to }: { from: string; to: string }): Promise<DatedRate[]> => [
  ...(await db.execute<DatedRate>(sql`
    select distinct on (date) date::text, rate::text, source from exchange_rate
    where base = ${baseCurrency} and currency = ${currency} and date between ${from}::date and ${to}::date
    order by date, imported_at desc, source`)),
]
