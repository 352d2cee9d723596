import type { Role } from '@lading/shared/domain/role'
import { and, eq, gt } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { session } from '../schema/session.ts'
import { user } from '../schema/user.ts'
import { secretHash } from '../secret.ts'
import { sessionExpiry, worthExtendingMs } from './lifetime.ts'

/** Somebody who is signed in. */
export type SignedIn = { userId: string; email: string; name: string; role: Role }

/** Who the token belongs to, as long as the session lasts; using it makes it last longer. */
export const resumeSession = async (db: Db, token: string, now = new Date()): Promise<SignedIn | undefined> => {
  const tokenHash = secretHash(token)
  const [found] = await db
    .select({
      userId: user.id,
      email: user.email,
      name: user.name,
      role: user.role,
      createdAt: session.createdAt,
      expiresAt: session.expiresAt,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.tokenHash, tokenHash), gt(session.expiresAt, now)))
  if (!found) return undefined
  const { createdAt, expiresAt, ...signedIn } = found
  const extended = sessionExpiry(createdAt, now)
  if (extended.getTime() - expiresAt.getTime() > worthExtendingMs)
    await db.update(session).set({ expiresAt: extended }).where(eq(session.tokenHash, tokenHash))
  return signedIn
}
