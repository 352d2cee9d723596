import { eq } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { purchaseOrder, purchaseOrderLine } from '../schema/supply.ts'
import { noOrder } from './get.ts'

export type LockedOrder = typeof purchaseOrder.$inferSelect & { lines: (typeof purchaseOrderLine.$inferSelect)[] }

/** An order with its lines, which nobody else changes until the transaction ends. */
export const lockOrder = async (tx: Transaction, id: string): Promise<LockedOrder> => {
  const [order] = await tx.select().from(purchaseOrder).where(eq(purchaseOrder.id, id)).for('update')
  if (!order) throw noOrder()
  return { ...order, lines: await tx.select().from(purchaseOrderLine).where(eq(purchaseOrderLine.orderId, id)) }
}
