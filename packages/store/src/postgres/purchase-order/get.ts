import type { KeptOrder, OrderReceipt } from '@lading/shared/contract/purchase-order'
import { asc, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { purchaseOrderReceipt } from '../schema/supply.ts'
import { listPurchaseOrders } from './list.ts'

export const getPurchaseOrder = async (db: Db | Transaction, id: string): Promise<KeptOrder> => {
  const [order] = (await listPurchaseOrders(db, { id, limit: 1 })).items
  if (!order) throw noOrder()
  return order
}

export const noOrder = () => new DomainError('purchase-order-not-found', 'There is no such purchase order.')

/** What came of an order, oldest first. */
export const receiptsOf = async (db: Db, id: string): Promise<OrderReceipt[]> => {
  const receipts = await db
    .select()
    .from(purchaseOrderReceipt)
    .where(eq(purchaseOrderReceipt.orderId, id))
    .orderBy(asc(purchaseOrderReceipt.at), asc(purchaseOrderReceipt.recordedAt), asc(purchaseOrderReceipt.product))
  return receipts.map(({ product, quantity, at, externalId, isBooked }) => ({
    ...{ product, quantity, externalId, isBooked },
    at: at.toISOString(),
  }))
}
