import type { CustomsEntryChanges } from '@lading/shared/contract/customs'
import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { customsEntry, customsEntryChange } from '../schema/customs.ts'
import { user } from '../schema/user.ts'

/** What people changed of the declaration that a leg waits for, the latest first; nothing where there is no such declaration. */
export const changesOf = async (db: Db, shipmentId: string, legSequence: number): Promise<CustomsEntryChanges['items'] | undefined> => {
  const [entry] = await db
    .select({ id: customsEntry.id })
    .from(customsEntry)
    .where(and(eq(customsEntry.shipmentId, shipmentId), eq(customsEntry.legSequence, legSequence)))
  if (!entry) return undefined
  const rows = await db
    .select({ change: customsEntryChange, name: user.name })
    .from(customsEntryChange)
    .leftJoin(user, eq(user.id, customsEntryChange.changedBy))
    .where(eq(customsEntryChange.entryId, entry.id))
    .orderBy(desc(customsEntryChange.id))
    .limit(500)
  return rows.map(({ change: { changedAt, changedBy, field, before, after }, name }) => ({
    changedAt: changedAt.toISOString(),
    by: changedBy && name !== null ? { id: changedBy, name } : null,
    ...{ field, before, after },
  }))
}
