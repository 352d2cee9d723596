import type { CustomsEntry, CustomsEvent } from '@lading/shared/contract/customs'
import { type CustomsEventState, customsStates } from '@lading/shared/domain/customs-entry'
import { asc, inArray } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { type customsEntry, customsEvent } from '../schema/customs.ts'

export type EntryRow = typeof customsEntry.$inferSelect
export type EventRow = Omit<typeof customsEvent.$inferSelect, 'state'> & { state: CustomsEventState }

/** Everything told of these entries, as it happened: the order of the enumeration is the usual order of things in one instant. */
export const eventsOf = async (db: Db | Transaction, entryIds: string[]): Promise<EventRow[]> => {
  if (entryIds.length === 0) return []
  const rows = await db
    .select()
    .from(customsEvent)
    .where(inArray(customsEvent.entryId, entryIds))
    .orderBy(asc(customsEvent.eventTime), asc(customsEvent.state))
  return rows.flatMap(({ state, ...rest }) => (state === customsStates[0] ? [] : [{ state, ...rest }]))
}

export const toEntries = async (db: Db | Transaction, rows: EntryRow[]): Promise<CustomsEntry[]> => {
  const events = Map.groupBy(
    await eventsOf(
      db,
      rows.map(({ id }) => id),
    ),
    ({ entryId }) => entryId,
  )
  return rows.map((row) => toEntry(row, events.get(row.id) ?? []))
}

export const toEntry = (row: EntryRow, events: EventRow[]): CustomsEntry => {
  const { createdAt: _, updatedAt: __, missingAtLodging: ___, freeUntil, lodgedAt, stateAt, closedAt, ...plain } = row
  return {
    ...plain,
    freeUntil: freeUntil?.toISOString() ?? null,
    lodgedAt: lodgedAt?.toISOString() ?? null,
    stateAt: stateAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    events: events.map(toEvent),
  }
}

const toEvent = ({ state, eventTime, recordTime, source, documents, note }: EventRow): CustomsEvent => ({
  state,
  eventTime: eventTime.toISOString(),
  recordTime: recordTime.toISOString(),
  source,
  documents,
  note,
})
