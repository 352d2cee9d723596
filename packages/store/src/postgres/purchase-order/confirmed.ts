import type { SupplierConfirmation } from '@lading/shared/contract/purchase-order'
import { sql } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'

type Row = { orderId: string; product: string; day: string; at: string; recordedAt: string; by: string | null; counts: boolean }

/**
 * What suppliers last said of when the lines of these orders come, by order and product with a line break between. It counts until staff say
 * another day.
 */
export const confirmedLines = async (db: Db | Transaction, orderIds: string[]): Promise<Map<string, SupplierConfirmation>> => {
  if (orderIds.length === 0) return new Map()
  const rows = await db.execute<Row>(sql`
    select distinct on (said.order_id, said.product) said.order_id as "orderId", said.product, said.day::text,
      (said.day + time '12:00') at time zone location.zone as at, said.recorded_at as "recordedAt", app_user.name as by,
      coalesce(said.recorded_at >= line.expected_said_at, true) as counts
    from purchase_order_confirmation said
    join purchase_order on purchase_order.id = said.order_id
    join purchase_order_line line on line.order_id = said.order_id and line.product = said.product
    join location on location.code = purchase_order.warehouse
    left join app_user on app_user.id = said.recorded_by
    where said.order_id in ${orderIds}
    order by said.order_id, said.product, said.id desc`)
  const iso = (instant: string) => new Date(instant).toISOString()
  return new Map(
    rows.map(({ orderId, product, at, recordedAt, ...said }) => [
      `${orderId}\n${product}`,
      { ...said, at: iso(at), recordedAt: iso(recordedAt) },
    ]),
  )
}
