import { lt } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { session } from '../schema/session.ts'

/** Removes sessions that ended by themselves. Answers how many. */
export const removeExpiredSessions = async (db: Db, now: Date) => (await db.delete(session).where(lt(session.expiresAt, now))).count
