import type { StockKey } from '@lading/shared/contract/stock'
import type { Arrival } from '@lading/shared/contract/stock-plan'
import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { leg } from '../schema/leg.ts'
import { shipment, shipmentItem } from '../schema/shipment.ts'
import { purchaseOrder } from '../schema/supply.ts'

/**
 * What is under way to a warehouse: open shipments that end there with items of the product, with when they are expected, and
 * purchase orders that no such shipment carries (whose reference is the number of the order).
 */
export const listArrivals = async (db: Db, key: StockKey): Promise<Arrival[]> => {
  const shipments = await shipmentsTo(db, key)
  const carried = new Set(shipments.map(({ reference }) => reference))
  const orders = await ordersFor(db, key)
  return [...shipments.map(({ reference: _, ...arrival }) => arrival), ...orders.filter(({ label }) => !carried.has(label))].sort((a, b) =>
    a.p50 < b.p50 ? -1 : 1,
  )
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

const ordersFor = async (db: Db, { product, warehouse }: StockKey): Promise<Arrival[]> => {
  const rows = await db
    .select()
    .from(purchaseOrder)
    .where(
      and(
        eq(purchaseOrder.product, product),
        eq(purchaseOrder.warehouse, warehouse),
        notInArray(purchaseOrder.state, ['received', 'cancelled']),
      ),
    )
  return rows.map(({ id, number, quantity, expectedAt }) => {
    const at = expectedAt.toISOString()
    return { kind: 'purchase-order', id, label: number, quantity, p10: at, p50: at, p90: at }
  })
}
