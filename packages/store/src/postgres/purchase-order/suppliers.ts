import { union } from 'drizzle-orm/pg-core'
import type { Db } from '../open.ts'
import { supplyTerms } from '../schema/stock.ts'
import { purchaseOrder } from '../schema/supply.ts'

/** Everybody who is named as a supplier, by the terms of a product or on an order, in the order of their names. */
export const listSuppliers = async (db: Db): Promise<string[]> => {
  const rows = await union(
    db.select({ supplier: supplyTerms.supplier }).from(supplyTerms),
    db.select({ supplier: purchaseOrder.supplier }).from(purchaseOrder),
  )
  return rows.map(({ supplier }) => supplier).toSorted((one, other) => one.localeCompare(other))
}
