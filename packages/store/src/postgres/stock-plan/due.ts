import type { StockKey } from '@lading/shared/contract/stock'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { stockLevel } from '../schema/stock.ts'

/** Products in warehouses whose forecast is missing, older than `before`, or older than what it rests on; those asked for longest ago first. */
export const findDueForecasts = (db: Db, before: Date, limit: number): Promise<StockKey[]> =>
  db
    .select({ product: stockLevel.product, warehouse: stockLevel.warehouse })
    .from(stockLevel)
    .where(sql`looked_at is null or looked_at < ${before.toISOString()} or asked_at >= looked_at`)
    .orderBy(sql`looked_at nulls first`, stockLevel.product, stockLevel.warehouse)
    .limit(limit)
