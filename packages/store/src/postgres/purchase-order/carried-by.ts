import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** What of an order's line an open shipment carries, and when it is to arrive; before its first estimate as planned. */
export type Carried = {
  number: string
  warehouse: string
  product: string
  quantity: number
  shipmentId: string
  trackingNumber: string
  p10: string
  p50: string
  p90: string
}

/** What open shipments carry of orders with these numbers, which is what they have as their reference. */
export const carriedBy = async (db: Db, numbers: string[]): Promise<Carried[]> => {
  if (numbers.length === 0) return []
  const rows = await db.execute<Carried>(sql`
    select reference as number, destination_code as warehouse, product, sum(quantity)::int as quantity, shipment.id as "shipmentId", tracking_number as "trackingNumber",
      coalesce(eta_p10, planned) as p10, coalesce(eta_p50, planned) as p50, coalesce(eta_p90, planned) as p90
    from shipment join shipment_item on shipment_item.shipment_id = shipment.id
    cross join lateral (select max(planned_arrival) as planned from leg where leg.shipment_id = shipment.id) as plan
    where reference in ${numbers} and product is not null and state not in ('delivered', 'expired')
    group by shipment.id, product, planned order by tracking_number, product`)
  const iso = (instant: string) => new Date(instant).toISOString()
  return rows.map((row) => ({ ...row, p10: iso(row.p10), p50: iso(row.p50), p90: iso(row.p90) }))
}
