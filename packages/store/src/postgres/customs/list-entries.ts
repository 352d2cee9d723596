import type { CustomsEntryQuery } from '@lading/shared/contract/customs'
import { heldStates } from '@lading/shared/domain/customs-entry'
import { and, desc, eq, getTableColumns, ilike, inArray, not, or } from 'drizzle-orm'
import { after, containing } from '../conditions.ts'
import type { Db } from '../open.ts'
import { oneMoreThan, readUuidCursor, toPage } from '../page.ts'
import { customsEntry } from '../schema/customs.ts'
import { shipment } from '../schema/shipment.ts'
import { eventsOf, toEntry } from './rows.ts'

export type CustomsEntryFilter = Omit<CustomsEntryQuery, 'limit'> & { limit: number }

/** Declarations of all shipments that meet every part of the filter, the newest first. */
export const listEntries = async (db: Db, { state, held, country, q, cursor, limit }: CustomsEntryFilter) => {
  const isHeld = inArray(customsEntry.state, heldStates)
  const rows = await db
    .select({ entry: getTableColumns(customsEntry), trackingNumber: shipment.trackingNumber })
    .from(customsEntry)
    .innerJoin(shipment, eq(shipment.id, customsEntry.shipmentId))
    .where(
      and(
        state && inArray(customsEntry.state, state),
        held === undefined ? undefined : held ? isHeld : not(isHeld),
        country === undefined ? undefined : eq(customsEntry.country, country),
        q ? mentions(containing(q.trim())) : undefined,
        cursor ? after(readUuidCursor(cursor), customsEntry.createdAt, customsEntry.id) : undefined,
      ),
    )
    .orderBy(desc(customsEntry.createdAt), desc(customsEntry.id))
    .limit(oneMoreThan(limit))
  const shown = rows.slice(0, limit).map(({ entry }) => entry.id)
  const events = Map.groupBy(await eventsOf(db, shown), ({ entryId }) => entryId)
  return toPage(
    rows,
    limit,
    ({ entry, trackingNumber }) => ({ ...toEntry(entry, events.get(entry.id) ?? []), trackingNumber }),
    ({ entry }) => ({ at: entry.createdAt, id: entry.id }),
  )
}

const mentions = (pattern: string) =>
  or(ilike(shipment.trackingNumber, pattern), ilike(customsEntry.reference, pattern), ilike(customsEntry.declarant, pattern))
