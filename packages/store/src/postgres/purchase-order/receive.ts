import type { KeptOrder, NewReceipt, RecordedReceipt } from '@lading/shared/contract/purchase-order'
import type { Issue } from '@lading/shared/issue/issue'
import { and, eq, sql } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { purchaseOrder, purchaseOrderLine, purchaseOrderReceipt } from '../schema/supply.ts'
import { askForecast } from '../stock/ask-forecast.ts'
import { writeLines } from '../stock/write-lines.ts'
import { getPurchaseOrder } from './get.ts'
import { type LockedOrder, lockOrder } from './lock.ts'

type Recorded = Omit<RecordedReceipt, 'order'> & { order: KeptOrder }

/**
 * Notes what has come of an order and books it into the ledger, all of it or nothing. Told again under the same external id it counts
 * once. What did not come stays open; where more came than was ordered it is recorded all the same, and the answer says so.
 */
export const receivePurchaseOrder = (db: Db, id: string, receipt: NewReceipt, now: Date): Promise<Recorded> =>
  db.transaction(async (tx) => {
    const order = await lockOrder(tx, id)
    const { recorded, known } = await receiveLines(tx, order, receipt, now)
    const after = await getPurchaseOrder(tx, id)
    const overDelivered = after.lines.flatMap(({ product, quantity: ordered, received }) =>
      received > ordered ? { product, ordered, received } : [],
    )
    return { order: after, recorded, known, overDelivered }
  })

/** The same within a transaction that holds the order. */
export const receiveLines = async (tx: Transaction, order: LockedOrder, receipt: NewReceipt, now: Date) => {
  const { externalId, isBooked } = receipt
  const told = await toldBefore(tx, order.id, externalId)
  const lines = receipt.lines ?? (told.size > 0 ? [...told].map(([product, quantity]) => ({ product, quantity })) : openOf(order))
  const at = receipt.at === undefined ? now : new Date(receipt.at)
  refuse(order, lines, told, at, now)
  const fresh = lines.filter(({ product }) => !told.has(product))
  if (fresh.length > 0) {
    const rows = fresh.map(({ product, quantity }) => ({ product, quantity, at, externalId, isBooked }))
    await tx.insert(purchaseOrderReceipt).values(rows.map((row) => ({ ...row, orderId: order.id, recordedAt: now })))
    for (const { product, quantity } of fresh)
      await tx
        .update(purchaseOrderLine)
        .set({ received: sql`${purchaseOrderLine.received} + ${quantity}` })
        .where(and(eq(purchaseOrderLine.orderId, order.id), eq(purchaseOrderLine.product, product)))
    const { number, warehouse } = order
    const booked = rows.map(({ product, quantity }) => ({
      ...{ kind: 'receipt' as const, product, warehouse, quantity, at },
      ...{ externalId: `${number}/${externalId}`, reference: number },
    }))
    if (isBooked) await writeLines(tx, booked, now)
    else await askForecast(tx, booked, now)
    const isComplete = order.lines.every(({ product, quantity, received }) => {
      const more = fresh.find((one) => one.product === product)?.quantity ?? 0
      return received + more >= quantity
    })
    await tx
      .update(purchaseOrder)
      .set({ ...(isComplete && order.state !== 'cancelled' && { state: 'received' }), updatedAt: now })
      .where(eq(purchaseOrder.id, order.id))
  }
  return { recorded: fresh.length, known: lines.length - fresh.length }
}

type Lines = { product: string; quantity: number }[]

const openOf = ({ lines }: LockedOrder): Lines =>
  lines.flatMap(({ product, quantity, received }) => (quantity > received ? { product, quantity: quantity - received } : []))

const toldBefore = async (tx: Transaction, orderId: string, externalId: string) => {
  const rows = await tx
    .select({ product: purchaseOrderReceipt.product, quantity: purchaseOrderReceipt.quantity })
    .from(purchaseOrderReceipt)
    .where(and(eq(purchaseOrderReceipt.orderId, orderId), eq(purchaseOrderReceipt.externalId, externalId)))
  return new Map(rows.map(({ product, quantity }) => [product, quantity]))
}

// What cannot have been is refused with where it stands; what is merely more than was ordered is not.
const refuse = ({ state, orderedAt, lines: ordered }: LockedOrder, lines: Lines, told: Map<string, number>, at: Date, now: Date) => {
  if (state === 'draft' || orderedAt === null)
    throw new DomainError('purchase-order-state', 'Nothing comes of an order that was not placed: it is a draft.')
  if (lines.length === 0) throw new DomainError('purchase-order-state', 'Nothing of the order is open.')
  const issues: Issue[] = []
  if (at > now) issues.push({ path: '/at', message: 'is not over yet' })
  if (at < orderedAt) issues.push({ path: '/at', message: `is before it was ordered, on ${orderedAt.toISOString()}` })
  for (const [index, { product, quantity }] of lines.entries()) {
    const path = `/lines/${index}`
    const before = told.get(product)
    if (!ordered.some((line) => line.product === product))
      issues.push({ path: `${path}/product`, message: `${product} is not on the order` })
    else if (lines.findIndex((line) => line.product === product) < index)
      issues.push({ path: `${path}/product`, message: `${product} stands there twice` })
    if (before !== undefined && before !== quantity)
      issues.push({ path: `${path}/quantity`, message: `was told as ${before} under this externalId` })
  }
  if (issues.length > 0) throw new DomainError('not-valid', 'This cannot have come of the order.', issues)
}
