import type { KeptOrder, PurchaseOrderChange } from '@lading/shared/contract/purchase-order'
import { afterPurchaseOrder } from '@lading/shared/domain/stock'
import { and, eq, sql } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { purchaseOrder, purchaseOrderLine } from '../schema/supply.ts'
import { askForecast } from '../stock/ask-forecast.ts'
import { getPurchaseOrder } from './get.ts'
import { type LockedOrder, lockOrder } from './lock.ts'
import { receiveLines } from './receive.ts'

/**
 * Moves an order on, or changes when it is expected, and how much a draft is for. One that becomes received has come as far as it was
 * open, now, and is booked so. Of one that is cancelled nothing more comes; what came stays.
 */
export const changePurchaseOrder = (db: Db, id: string, change: PurchaseOrderChange, now: Date): Promise<KeptOrder> =>
  db.transaction(async (tx) => {
    const before = await lockOrder(tx, id)
    const { state = before.state, quantities = [], expectedAt } = change
    if (state !== before.state && !afterPurchaseOrder[before.state].includes(state))
      throw new DomainError('purchase-order-state', `An order that is ${before.state} cannot become ${state}.`)
    if (quantities.length > 0) await changeQuantities(tx, before, quantities)
    if (state === 'sent' && before.state === 'draft') await place(tx, before, now)
    if (expectedAt !== undefined)
      await tx
        .update(purchaseOrderLine)
        .set({ expectedAt: new Date(expectedAt), isPromised: true, expectedSaidAt: now })
        .where(and(eq(purchaseOrderLine.orderId, id), sql`${purchaseOrderLine.received} < ${purchaseOrderLine.quantity}`))
    if (state === 'received' && before.state !== 'received')
      await receiveLines(tx, before, { externalId: now.toISOString(), isBooked: true }, now)
    else await tx.update(purchaseOrder).set({ state, updatedAt: now }).where(eq(purchaseOrder.id, id))
    await askForecast(tx, keysOf(before), now)
    return getPurchaseOrder(tx, id)
  })

export const keysOf = ({ warehouse, lines }: LockedOrder) => lines.map(({ product }) => ({ product, warehouse }))

/** The lead time runs from now, and with it what nobody promised. */
const place = async (tx: Transaction, { id, warehouse }: LockedOrder, now: Date) => {
  await tx.update(purchaseOrder).set({ orderedAt: now }).where(eq(purchaseOrder.id, id))
  const agreed = sql`select ${now.toISOString()}::timestamptz + lead_time_days * interval '1 day' from supply_terms
    where supply_terms.product = ${purchaseOrderLine.product} and supply_terms.warehouse = ${warehouse}`
  await tx
    .update(purchaseOrderLine)
    .set({ expectedAt: sql`coalesce((${agreed}), ${purchaseOrderLine.expectedAt})` })
    .where(and(eq(purchaseOrderLine.orderId, id), eq(purchaseOrderLine.isPromised, false)))
}

const changeQuantities = async (
  tx: Transaction,
  { id, state, lines }: LockedOrder,
  quantities: { product: string; quantity: number }[],
) => {
  if (state !== 'draft') throw new DomainError('purchase-order-state', `An order that is ${state} keeps its quantities.`)
  const issues = quantities.flatMap(({ product }, index) =>
    lines.some((line) => line.product === product)
      ? []
      : { path: `/quantities/${index}/product`, message: `${product} is not on the order` },
  )
  if (issues.length > 0) throw new DomainError('not-valid', 'The order has no such line.', issues)
  for (const { product, quantity } of quantities)
    await tx
      .update(purchaseOrderLine)
      .set({
        quantity,
        costMinorUnits: sql`round(${purchaseOrderLine.costMinorUnits}::numeric * ${quantity} / ${purchaseOrderLine.quantity})`,
      })
      .where(and(eq(purchaseOrderLine.orderId, id), eq(purchaseOrderLine.product, product)))
}
