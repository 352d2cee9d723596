import type { PurchaseOrder } from '@lading/shared/contract/stock-plan'
import type { PurchaseOrderState } from '@lading/shared/domain/stock'
import { and, desc, eq } from 'drizzle-orm'
import { after } from '../conditions.ts'
import type { Db } from '../open.ts'
import { readUuidCursor, toPage } from '../page.ts'
import { purchaseOrder } from '../schema/supply.ts'

/** Purchase orders, newest first. */
export const listPurchaseOrders = async (
  db: Db,
  { state, cursor, limit }: { state?: PurchaseOrderState; cursor?: string; limit: number },
) => {
  const rows = await db
    .select()
    .from(purchaseOrder)
    .where(
      and(
        state ? eq(purchaseOrder.state, state) : undefined,
        cursor ? after(readUuidCursor(cursor), purchaseOrder.createdAt, purchaseOrder.id) : undefined,
      ),
    )
    .orderBy(desc(purchaseOrder.createdAt), desc(purchaseOrder.id))
    .limit(limit + 1)
  return toPage(rows, limit, toPurchaseOrder, ({ createdAt, id }) => ({ at: createdAt, id }))
}

export const toPurchaseOrder = (row: typeof purchaseOrder.$inferSelect): PurchaseOrder => {
  const { costMinorUnits, currency, expectedAt, createdAt, updatedAt, ...plain } = row
  return {
    ...plain,
    cost: { minorUnits: costMinorUnits, currency },
    expectedAt: expectedAt.toISOString(),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
