import type { PartnerOrder } from '@lading/shared/contract/partner-portal'
import { sql } from 'drizzle-orm'
import { textArray } from '../array-literal.ts'
import type { Db } from '../open.ts'
import { confirmedLines } from '../purchase-order/confirmed.ts'
import { noOrder } from '../purchase-order/get.ts'
import { namesAs, type Sharing } from './takes-part.ts'

type Row = Omit<PartnerOrder, 'lines'> & { lines: (Omit<PartnerOrder['lines'][number], 'confirmed'> & { expectedAt: string })[] }

const ordersMost = 500

/** The open orders of a supplier, what is expected first coming first: what is ordered, and when it is expected, without what it costs. */
export const sharedOrders = (db: Db, partner: Sharing) => read(db, partner, undefined)

/** One order of a supplier, also when nothing is open of it. A draft is one that is not there, and so is one of another. */
export const sharedOrder = async (db: Db, partner: Sharing, id: string): Promise<PartnerOrder> => {
  const [found] = await read(db, partner, id)
  if (!found) throw noOrder()
  return found
}

/** Which of these are its own. */
export const ownOrders = async (db: Db, partner: Sharing, ids: string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await db.execute<{ id: string }>(sql`select id from purchase_order where id in ${ids} and ${isOf(partner)}`)
  return new Set(rows.map(({ id }) => id))
}

const isOf = (partner: Sharing) =>
  sql`lower(supplier) = any(${textArray(namesAs(partner, 'supplier'))}::text[]) and purchase_order.state <> 'draft'`

const read = async (db: Db, partner: Sharing, id: string | undefined): Promise<PartnerOrder[]> => {
  const rows = await db.execute<Row>(sql`
    select purchase_order.id, number, state, location.name as "warehouseName", location.country, ordered_at as "orderedAt",
      jsonb_agg(jsonb_build_object(
        'product', line.product, 'productName', product.name, 'quantity', quantity, 'received', received, 'expectedAt', expected_at
      ) order by line.product) as lines
    from purchase_order
    join location on location.code = warehouse
    join purchase_order_line line on line.order_id = purchase_order.id
    join product on product.sku = line.product
    where ${isOf(partner)} and ${id === undefined ? sql`state in ('sent', 'confirmed')` : sql`purchase_order.id = ${id}`}
    group by purchase_order.id, location.code order by min(expected_at), number limit ${ordersMost}`)
  const confirmed = await confirmedLines(
    db,
    rows.map((row) => row.id),
  )
  const iso = (instant: string) => new Date(instant).toISOString()
  return rows.map(({ orderedAt, lines, ...row }) => ({
    ...row,
    orderedAt: orderedAt && iso(orderedAt),
    lines: lines.map((line) => {
      const said = confirmed.get(`${row.id}\n${line.product}`)
      return {
        ...{ ...line, expectedAt: iso(line.expectedAt) },
        confirmed: said ? { day: said.day, recordedAt: said.recordedAt, by: said.by, counts: said.counts } : null,
      }
    }),
  }))
}
