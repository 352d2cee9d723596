import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { customsOffice } from '../schema/customs.ts'

/** Forgets when an office works; whatever it clears is then taken to be cleared around the clock. */
export const removeOffice = async (db: Db, code: string) => {
  const removed = await db.delete(customsOffice).where(eq(customsOffice.code, code)).returning({ code: customsOffice.code })
  if (removed.length === 0) throw new DomainError('office-not-found', 'No hours are known of this office.')
}
