import type { StockKey } from '@lading/shared/contract/stock'
import type { UnderWay } from '@lading/shared/domain/supply'
import { and, eq, inArray, lt, notInArray, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { confirmedLines } from '../purchase-order/confirmed.ts'
import { leg } from '../schema/leg.ts'
import { shipment, shipmentItem } from '../schema/shipment.ts'
import { purchaseOrder, purchaseOrderLine, stockTransfer } from '../schema/supply.ts'
import { pastTransferDays } from '../stock-transfer/past-days.ts'

/**
 * What is under way to a warehouse: open shipments that end there with items of the product, with when they are expected, and what
 * is open of purchase orders and transfers and not in such a shipment (whose reference is the number of the order or transfer).
 */
export const listUnderWay = async (db: Db, key: StockKey, now: Date): Promise<UnderWay[]> => {
  const shipments = await shipmentsTo(db, key)
  const carried = (number: string) => shipments.reduce((sum, { reference, quantity }) => sum + (reference === number ? quantity : 0), 0)
  const others = [...(await ordersFor(db, key)), ...(await transfersTo(db, key, now))].flatMap((one) => {
    const quantity = one.quantity - carried(one.label)
    return quantity > 0 ? { ...one, quantity } : []
  })
  return [...shipments.map(({ reference: _, ...shipped }) => shipped), ...others]
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
      isExpedited: sql<boolean>`exists (
        select 1 from stock_proposal where shipment_id = ${shipment.id} and product = ${product} and kind = 'expedite' and state = 'approved'
      )`,
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
      soonerDays: purchaseOrderLine.soonerDays,
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
  const confirmed = await confirmedLines(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ orderedAt, expectedAt, ...row }) => {
    const said = confirmed.get(`${row.id}\n${product}`)
    return {
      ...row,
      kind: 'purchase-order',
      orderedAt: orderedAt?.toISOString() ?? null,
      // The supplier itself knows best.
      ...(said?.counts ? { expectedAt: said.at, isPromised: true } : { expectedAt: expectedAt.toISOString() }),
    }
  })
}

const transfersTo = async (db: Db, { product, warehouse }: StockKey, now: Date): Promise<UnderWay[]> => {
  const rows = await db
    .select()
    .from(stockTransfer)
    .where(
      and(
        ...[eq(stockTransfer.product, product), eq(stockTransfer.toWarehouse, warehouse)],
        inArray(stockTransfer.state, ['planned', 'under-way']),
      ),
    )
  return Promise.all(
    rows.map(async ({ id, number, quantity, fromWarehouse, leftAt, days }) => ({
      ...{ kind: 'transfer' as const, id, label: number, quantity, agreedDays: days },
      leftAt: leftAt?.toISOString() ?? null,
      pastDays: await pastTransferDays(db, fromWarehouse, warehouse, now),
    })),
  )
}
