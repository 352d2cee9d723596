import type { CustomsEntry } from '@lading/shared/contract/customs'
import { asc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { customsEntry } from '../schema/customs.ts'
import { toEntries } from './rows.ts'

/** The declarations of a shipment with what was told of each, in the order of travel. */
export const entriesOf = async (db: Db, shipmentId: string): Promise<CustomsEntry[]> =>
  toEntries(db, await db.select().from(customsEntry).where(eq(customsEntry.shipmentId, shipmentId)).orderBy(asc(customsEntry.legSequence)))
