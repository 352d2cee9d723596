import type { StockKey } from '@lading/shared/contract/stock'
import { sql } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { stockLevel } from '../schema/stock.ts'

/** Notes that what a forecast rests on has changed, for the job that looks for such stock. Many at once. */
export const askForecast = async (db: Db | Transaction, keys: StockKey[], now: Date) => {
  const rows = [
    ...new Map(keys.map(({ product, warehouse }) => [`${product}\n${warehouse}`, { product, warehouse, askedAt: now }])).values(),
  ]
  if (rows.length === 0) return
  await db
    .insert(stockLevel)
    .values(rows)
    .onConflictDoUpdate({ target: [stockLevel.product, stockLevel.warehouse], set: { askedAt: sql`excluded.asked_at` } })
}
