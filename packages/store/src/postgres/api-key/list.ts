import type { ApiKey } from '@lading/shared/contract/api-key'
import { desc, eq, type SQL } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { apiKey } from '../schema/api-key.ts'
import { user } from '../schema/user.ts'

/** Every key there was, the newest first; there are few. */
export const listApiKeys = (db: Db): Promise<ApiKey[]> => select(db)

export const getApiKey = async (db: Db, id: string): Promise<ApiKey> => {
  const [found] = await select(db, eq(apiKey.id, id))
  if (!found) throw new DomainError('api-key-not-found', 'There is no such key.')
  return found
}

const select = async (db: Db, where?: SQL): Promise<ApiKey[]> => {
  const rows = await db
    .select({ key: apiKey, createdBy: { id: user.id, name: user.name } })
    .from(apiKey)
    .leftJoin(user, eq(user.id, apiKey.createdBy))
    .where(where)
    .orderBy(desc(apiKey.createdAt), desc(apiKey.id))
  return rows.map(({ key: { id, name, hint, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }, createdBy }) => ({
    ...{ id, name, hint, scopes, createdAt: createdAt.toISOString(), createdBy, expiresAt: expiresAt.toISOString() },
    ...{ lastUsedAt: lastUsedAt?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null },
  }))
}
