import type { StockKey } from '@lading/shared/contract/stock'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { stockLevel } from '../schema/stock.ts'

/** `askedAt` as it was before the look: what is asked for while it goes on is another asking. */
export type DueForecast = StockKey & { askedAt: Date | null }

/** Products in warehouses whose forecast is missing, older than `before`, or older than what it rests on; those asked for longest ago first. */
export const findDueForecasts = (db: Db, before: Date, limit: number): Promise<DueForecast[]> =>
  db
    .select({ product: stockLevel.product, warehouse: stockLevel.warehouse, askedAt: stockLevel.askedAt })
    .from(stockLevel)
    .where(sql`looked_at is null or looked_at < ${before.toISOString()} or asked_at is not null`)
    .orderBy(sql`looked_at nulls first`, stockLevel.product, stockLevel.warehouse)
    .limit(limit)
