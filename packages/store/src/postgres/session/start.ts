import type { Db } from '../open.ts'
import { session } from '../schema/session.ts'
import { newSecret, secretHash } from '../secret.ts'
import { sessionExpiry } from './lifetime.ts'
import { removeExpiredSessions } from './remove-expired.ts'

/** Signs a person in: the token goes into the cookie, its hash into the table. Takes the chance to clear expired sessions away. */
export const startSession = async (db: Db, userId: string, now = new Date()) => {
  const token = newSecret(32)
  await removeExpiredSessions(db, now)
  await db.insert(session).values({ tokenHash: secretHash(token), userId, createdAt: now, expiresAt: sessionExpiry(now, now) })
  return token
}
