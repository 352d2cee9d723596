import { lt } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { shownChange } from '../schema/shown-change.ts'

/** Removes what was noted of changes before then: whoever keeps pages has looked since, or keeps none. */
export const removeOldChanges = async (db: Db, before: Date) => {
  await db.delete(shownChange).where(lt(shownChange.changedAt, before))
}
