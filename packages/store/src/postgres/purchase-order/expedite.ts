import { and, eq, sql } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Transaction } from '../open.ts'
import { purchaseOrder, purchaseOrderLine, type stockProposal } from '../schema/supply.ts'
import { lockOrder } from './lock.ts'

/** What is open of an order comes sooner from now on, at the cost that was approved. Goods on a live shipment come when that arrives. */
export const expediteOrder = async (tx: Transaction, proposal: typeof stockProposal.$inferSelect, now: Date) => {
  const { orderId, product, costMinorUnits, reasons } = proposal
  if (orderId === null) return
  const order = await lockOrder(tx, orderId)
  const line = order.lines.find((one) => one.product === product)
  if (!line || line.received >= line.quantity || order.state === 'cancelled')
    throw new DomainError('purchase-order-state', 'Nothing of the order is open that could come sooner.')
  const days = reasons.map(({ values }) => values.savesDays).find((saved) => typeof saved === 'number') ?? 0
  await tx
    .update(purchaseOrderLine)
    .set({
      soonerDays: sql`${purchaseOrderLine.soonerDays} + ${days}`,
      expectedAt: sql`${purchaseOrderLine.expectedAt} - ${days} * interval '1 day'`,
    })
    .where(and(eq(purchaseOrderLine.orderId, orderId), eq(purchaseOrderLine.product, product)))
  await tx
    .update(purchaseOrder)
    .set({ fixedCostMinorUnits: sql`${purchaseOrder.fixedCostMinorUnits} + ${costMinorUnits}`, updatedAt: now })
    .where(eq(purchaseOrder.id, orderId))
}
