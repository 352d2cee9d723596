import type { PurchaseOrder, PurchaseOrderChange } from '@lading/shared/contract/stock-plan'
import type { PurchaseOrderState } from '@lading/shared/domain/stock'
import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { purchaseOrder } from '../schema/supply.ts'
import { askForecast } from '../stock/ask-forecast.ts'
import { toPurchaseOrder } from './list.ts'

const next: Record<PurchaseOrderState, PurchaseOrderState[]> = {
  draft: ['sent', 'cancelled'],
  sent: ['confirmed', 'received', 'cancelled'],
  confirmed: ['received', 'cancelled'],
  received: [],
  cancelled: [],
}

/**
 * Moves an order on, or changes when it is expected, and how much a draft is for. An order that is received counts as in transit no
 * longer; what has come is told to the ledger by whoever counts it in.
 */
export const changePurchaseOrder = (db: Db, id: string, change: PurchaseOrderChange, now: Date): Promise<PurchaseOrder> =>
  db.transaction(async (tx) => {
    const [before] = await tx.select().from(purchaseOrder).where(eq(purchaseOrder.id, id)).for('update')
    if (!before) throw new DomainError('purchase-order-not-found', 'There is no such purchase order.')
    const { state = before.state, quantity = before.quantity, expectedAt } = change
    if (state !== before.state && !next[before.state].includes(state))
      throw new DomainError('purchase-order-state', `An order that is ${before.state} cannot become ${state}.`)
    if (quantity !== before.quantity && before.state !== 'draft')
      throw new DomainError('purchase-order-state', `An order that is ${before.state} keeps its quantity.`)
    const perUnit = before.costMinorUnits / before.quantity
    const [after] = await tx
      .update(purchaseOrder)
      .set({
        state,
        quantity,
        costMinorUnits: quantity === before.quantity ? before.costMinorUnits : Math.round(perUnit * quantity),
        expectedAt: expectedAt === undefined ? before.expectedAt : new Date(expectedAt),
        updatedAt: now,
      })
      .where(eq(purchaseOrder.id, id))
      .returning()
    await askForecast(tx, [before], now)
    return toPurchaseOrder(after as typeof purchaseOrder.$inferSelect)
  })
