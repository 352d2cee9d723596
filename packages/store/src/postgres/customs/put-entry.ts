import { isDeepStrictEqual } from 'node:util'
import type { CustomsEntry, CustomsEntryChange } from '@lading/shared/contract/customs'
import type { Leg } from '@lading/shared/contract/shipment'
import { placeOfClearance } from '@lading/shared/domain/customs-crossing'
import { endOfDay } from '@lading/shared/domain/last-free-day'
import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { customsEntry, customsEntryChange } from '../schema/customs.ts'
import { openEntry, touchShipment } from './open-entry.ts'
import { type EntryRow, eventsOf, toEntry } from './rows.ts'

type Wanted = CustomsEntryChange & { shipmentId: string; legSequence: number; changedBy?: string | null }

/**
 * Says what is known of a declaration, which is made with the first change; what is left out stays as it is. What changed by it is kept
 * with who changed it.
 */
export const putEntry = (db: Db, { shipmentId, legSequence, changedBy = null, ...change }: Wanted, now: Date): Promise<CustomsEntry> =>
  db.transaction(async (tx) => {
    const { entry, legs } = await openEntry(tx, { shipmentId, legSequence, ...(change.country && { country: change.country }) }, now)
    const next = { ...entry, ...change }
    const validity = { documentsValidUntil: validityOf(next, change) }
    const freeUntil = next.lastFreeDay ? endOfDay(next.lastFreeDay, zoneOf(legs, next)) : null
    const [changed] = await tx
      .update(customsEntry)
      .set({ ...change, ...validity, freeUntil, updatedAt: now })
      .where(eq(customsEntry.id, entry.id))
      .returning()
    const differences = differencesOf(entry, { ...change, ...validity })
    if (differences.length > 0)
      await tx.insert(customsEntryChange).values(differences.map((each) => ({ ...each, entryId: entry.id, changedAt: now, changedBy })))
    await touchShipment(tx, shipmentId, now)
    return toEntry(changed as EntryRow, await eventsOf(tx, [entry.id]))
  })

/** Of the documents that are named; one that goes away takes its date along. */
const validityOf = (
  { requiredDocuments, presentDocuments, documentsValidUntil }: EntryRow,
  { documentsValidUntil: said = {} }: CustomsEntryChange,
) => {
  const named = new Set([...requiredDocuments, ...presentDocuments])
  const unknown = Object.keys(said).filter((document) => !named.has(document))
  if (unknown.length > 0)
    throw new DomainError(
      'not-valid',
      'A date is said of documents that the declaration does not have.',
      unknown.map((document) => ({
        path: `/documentsValidUntil/${document.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        message: 'is among neither the required nor the present documents',
      })),
    )
  return Object.fromEntries(Object.entries(documentsValidUntil).filter(([document]) => named.has(document)))
}

const zoneOf = (legs: Leg[], { legSequence, country }: EntryRow) => placeOfClearance(legs, legSequence, country)?.zone ?? 'UTC'

const differencesOf = (entry: EntryRow, change: CustomsEntryChange) =>
  Object.entries(change).flatMap(([field, after]) => {
    const before = entry[field as keyof EntryRow]
    return isDeepStrictEqual(before, after) ? [] : [{ field, before: before ?? null, after: after ?? null }]
  })
