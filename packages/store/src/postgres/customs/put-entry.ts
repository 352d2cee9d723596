import type { CustomsEntry, CustomsEntryChange } from '@lading/shared/contract/customs'
import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { customsEntry } from '../schema/customs.ts'
import { openEntry, touchShipment } from './open-entry.ts'
import { type EntryRow, eventsOf, toEntry } from './rows.ts'

type Wanted = CustomsEntryChange & { shipmentId: string; legSequence: number }

/** Says what is known of a declaration, which is made with the first change; what is left out stays as it is. */
export const putEntry = (db: Db, { shipmentId, legSequence, ...change }: Wanted, now: Date): Promise<CustomsEntry> =>
  db.transaction(async (tx) => {
    const { entry } = await openEntry(tx, { shipmentId, legSequence, ...(change.country && { country: change.country }) }, now)
    const [changed] = await tx
      .update(customsEntry)
      .set({ ...change, updatedAt: now })
      .where(eq(customsEntry.id, entry.id))
      .returning()
    await touchShipment(tx, shipmentId, now)
    return toEntry(changed as EntryRow, await eventsOf(tx, [entry.id]))
  })
