import { eq, sql } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { apiKey } from '../schema/api-key.ts'

/** From its next request on it is refused, for good. Revoking twice keeps the first moment. */
export const revokeApiKey = async (db: Db, id: string, now = new Date()) => {
  const revoked = await db
    .update(apiKey)
    .set({ revokedAt: sql`coalesce(${apiKey.revokedAt}, ${now.toISOString()})` })
    .where(eq(apiKey.id, id))
    .returning({ id: apiKey.id })
  if (revoked.length === 0) throw new DomainError('api-key-not-found', 'There is no such key.')
}
