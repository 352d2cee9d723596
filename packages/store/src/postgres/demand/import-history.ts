import type { DemandDay } from '@lading/shared/contract/demand'
import { sql } from 'drizzle-orm'
import { numberArray, textArray } from '../array-literal.ts'
import type { Db } from '../open.ts'
import { askForecast } from '../stock/ask-forecast.ts'
import { checkKeys } from '../stock/check-keys.ts'

/**
 * Keeps what was asked for, day by day; all of it or nothing. A day that is told again replaces what was told before, within
 * one import the last word counts. `where` says how a place in the list is named to whoever sent it.
 */
export const importDemandHistory = (db: Db, days: DemandDay[], now: Date, where?: (path: string) => string) =>
  db.transaction(async (tx) => {
    await checkKeys(
      tx,
      days.map(({ product, warehouse }, index) => ({ product, warehouse, path: `/items/${index}` })),
      where,
    )
    const last = [...new Map(days.map((one) => [`${one.product}\n${one.warehouse}\n${one.day}`, one])).values()]
    await tx.execute(sql`
      insert into demand_history (product, warehouse, day, quantity, in_stock)
      select * from unnest(
        ${textArray(last.map(({ product }) => product))}::text[],
        ${textArray(last.map(({ warehouse }) => warehouse))}::text[],
        ${textArray(last.map(({ day }) => day))}::date[],
        ${numberArray(last.map(({ quantity }) => quantity))}::float8[],
        ${textArray(last.map(({ inStock }) => String(inStock)))}::boolean[])
      on conflict (product, warehouse, day) do update set quantity = excluded.quantity, in_stock = excluded.in_stock`)
    await askForecast(tx, days, now)
  })
