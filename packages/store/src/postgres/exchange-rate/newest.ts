import { desc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { exchangeRate } from '../schema/exchange-rate.ts'
import { baseCurrency } from './put.ts'

/** The last day that any rate is of; nothing where there is none. */
export const newestRateDay = async (db: Db): Promise<string | undefined> => {
  const [newest] = await db
    .select({ date: exchangeRate.date })
    .from(exchangeRate)
    .where(eq(exchangeRate.base, baseCurrency))
    .orderBy(desc(exchangeRate.date))
    .limit(1)
  return newest?.date
}
