import { eq, gt } from 'drizzle-orm'
import type { Who } from '../alert/act.ts'
import type { Db } from '../open.ts'
import { currencySnooze } from '../schema/exchange-rate.ts'

/** Until when somebody set a currency aside, and by how much it had got dearer then. */
export type CurrencySnooze = { until: Date; change: number }

/** Sets it aside, in place of what was said before. */
export const snoozeCurrency = (db: Db, currency: string, { until, change }: CurrencySnooze, { userId, now }: Who) =>
  db
    .insert(currencySnooze)
    .values({ currency, until, change, setAt: now, setBy: userId })
    .onConflictDoUpdate({ target: currencySnooze.currency, set: { until, change, setAt: now, setBy: userId } })

/** Brings it back; nothing happens where it was not set aside. */
export const wakeCurrency = (db: Db, currency: string) => db.delete(currencySnooze).where(eq(currencySnooze.currency, currency))

/** Those that are not over, by currency. */
export const currencySnoozes = async (db: Db, now: Date): Promise<Map<string, CurrencySnooze>> => {
  const rows = await db.select().from(currencySnooze).where(gt(currencySnooze.until, now))
  return new Map(rows.map(({ currency, until, change }) => [currency, { until, change }]))
}
