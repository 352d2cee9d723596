import type { PartnerShipment } from '@lading/shared/contract/partner-portal'
import { sql } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { type Page, readUuidCursor, toPage } from '../page.ts'
import { partsOf } from './parts-of.ts'
import { type Sharing, takesPart } from './takes-part.ts'

type Filter = { id?: string; open?: boolean | undefined; cursor?: string | undefined; limit: number }
type Row = { id: string; trackingNumber: string; state: PartnerShipment['state']; createdAt: string }

/** The shipments that a partner takes part in, newest first, with what of them concerns it and nothing else. */
export const sharedShipments = async (db: Db, partner: Sharing, { id, open, cursor, limit }: Filter): Promise<Page<PartnerShipment>> => {
  const from = cursor === undefined ? undefined : readUuidCursor(cursor)
  const rows = await db.execute<Row>(sql`
    select id, tracking_number as "trackingNumber", state, created_at as "createdAt" from shipment
    where id in (select shipment_id from ${takesPart(partner)} as part)
      ${id === undefined ? sql`` : sql`and id = ${id}`}
      ${open === undefined ? sql`` : sql`and (state not in ('delivered', 'expired')) = ${open}`}
      ${from ? sql`and (created_at, id) < (${from.at.toISOString()}::timestamptz, ${from.id}::uuid)` : sql``}
    order by created_at desc, id desc limit ${limit + 1}`)
  const shown = rows.slice(0, limit).map((row) => row.id)
  const parts = await partsOf(db, partner, shown)
  return toPage(
    rows,
    limit,
    ({ createdAt: _, ...row }) => ({ ...row, ...parts(row.id) }),
    (row) => ({ at: new Date(row.createdAt), id: row.id }),
  )
}

/** One of them. One that it takes no part in is one that is not there. */
export const sharedShipment = async (db: Db, partner: Sharing, id: string): Promise<PartnerShipment> => {
  const [found] = (await sharedShipments(db, partner, { id, limit: 1 })).items
  if (!found) throw new DomainError('shipment-not-found', 'There is no such shipment.')
  return found
}

/** Which of these a partner takes part in. */
export const takesPartIn = async (db: Db, partner: Sharing, ids: string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await db.execute<{ id: string }>(sql`
    select distinct shipment_id as id from ${takesPart(partner)} as part where shipment_id in ${ids}`)
  return new Set(rows.map(({ id }) => id))
}
