import type { Movement, StockKey } from '@lading/shared/contract/stock'
import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { stockMovement } from '../schema/stock.ts'

/** The last entries of the ledger for a product in a warehouse, newest first. */
export const listMovements = async (db: Db, { product, warehouse }: StockKey, limit: number): Promise<Movement[]> => {
  const rows = await db
    .select()
    .from(stockMovement)
    .where(and(eq(stockMovement.product, product), eq(stockMovement.warehouse, warehouse)))
    .orderBy(desc(stockMovement.at), desc(stockMovement.recordedAt))
    .limit(limit)
  return rows.map(({ kind, change, at, reference, externalId }) => ({ kind, change, at: at.toISOString(), reference, externalId }))
}
