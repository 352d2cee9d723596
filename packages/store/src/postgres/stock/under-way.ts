import type { StockKey } from '@lading/shared/contract/stock'
import type { UnderWay } from '@lading/shared/domain/supply'
import { and, eq, lt, notInArray, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { leg } from '../schema/leg.ts'
import { shipment, shipmentItem } from '../schema/shipment.ts'
import { purchaseOrder, purchaseOrderLine } from '../schema/supply.ts'

/**
 * What is under way to a warehouse: open shipments that end there with items of the product, with when they are expected, and
 * what is open of purchase orders and not in such a shipment (whose reference is the number of the order).
 */
export const listUnderWay = async (db: Db, key: StockKey): Promise<UnderWay[]> => {
  const shipments = await shipmentsTo(db, key)
  const carried = (number: string) => shipments.reduce((sum, { reference, quantity }) => sum + (reference === number ? quantity : 0), 0)
  const orders = (await ordersFor(db, key)).flatMap((order) => {
    const quantity = order.quantity - carried(order.label)
    return quantity > 0 ? { ...order, quantity } : []
  })
  return [...shipments.map(({ reference: _, ...shipped }) => shipped), ...orders]
}

const shipmentsTo = async (db: Db, { product, warehouse }: StockKey) => {
  const planned = sql<Date>`(select max(${leg.plannedArrival}) from ${leg} where ${leg.shipmentId} = ${shipment.id})`.mapWith(
    leg.plannedArrival,
  )
  const rows = await db
    .select({
      id: shipment.id,
      label: shipment.trackingNumber,
      reference: shipment.reference,
      quantity: sql<number>`sum(${shipmentItem.quantity})::int`,
      ...{ p10: shipment.etaP10, p50: shipment.etaP50, p90: shipment.etaP90, planned },
    })
    .from(shipment)
    .innerJoin(shipmentItem, eq(shipmentItem.shipmentId, shipment.id))
    .where(
      and(eq(shipmentItem.product, product), eq(shipment.destinationCode, warehouse), notInArray(shipment.state, ['delivered', 'expired'])),
    )
    .groupBy(shipment.id)
  return rows.map(({ p10, p50, p90, planned, ...row }) => ({
    ...row,
    kind: 'shipment' as const,
    // Before its first estimate the plan is all that is known.
    p10: (p10 ?? planned).toISOString(),
    p50: (p50 ?? planned).toISOString(),
    p90: (p90 ?? planned).toISOString(),
  }))
}

const ordersFor = async (db: Db, { product, warehouse }: StockKey): Promise<UnderWay[]> => {
  const rows = await db
    .select({
      id: purchaseOrder.id,
      label: purchaseOrder.number,
      quantity: sql<number>`${purchaseOrderLine.quantity} - ${purchaseOrderLine.received}`,
      orderedAt: purchaseOrder.orderedAt,
      expectedAt: purchaseOrderLine.expectedAt,
      isPromised: purchaseOrderLine.isPromised,
    })
    .from(purchaseOrderLine)
    .innerJoin(purchaseOrder, eq(purchaseOrder.id, purchaseOrderLine.orderId))
    .where(
      and(
        eq(purchaseOrderLine.product, product),
        eq(purchaseOrder.warehouse, warehouse),
        notInArray(purchaseOrder.state, ['received', 'cancelled']),
        lt(purchaseOrderLine.received, purchaseOrderLine.quantity),
      ),
    )
  return rows.map(({ orderedAt, expectedAt, ...row }) => ({
    ...row,
    kind: 'purchase-order',
    orderedAt: orderedAt?.toISOString() ?? null,
    expectedAt: expectedAt.toISOString(),
  }))
}
