import { lt } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { trackingLink } from '../schema/tracking-link.ts'

/** Removes links that show nothing any more; nobody can tell them from links that never were. Answers how many. */
export const removeExpiredLinks = async (db: Db, now: Date) => (await db.delete(trackingLink).where(lt(trackingLink.expiresAt, now))).count
