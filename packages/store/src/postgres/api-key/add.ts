import type { NewApiKey } from '@lading/shared/contract/api-key'
import { and, gt, isNull } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { apiKey } from '../schema/api-key.ts'
import { secretHash } from '../secret.ts'
import { hintOf, newApiKeyToken } from './token.ts'

const dayMs = 86_400_000
/** That can be used at once: more than anybody keeps an eye on. */
const mostKeys = 200

/** Makes a key. Answers its id and the key itself, which nobody can read again. */
export const addApiKey = async (db: Db, { name, scopes, expiresInDays }: NewApiKey, userId: string, now = new Date()) => {
  const usable = await db.$count(apiKey, and(isNull(apiKey.revokedAt), gt(apiKey.expiresAt, now)))
  if (usable >= mostKeys) throw new DomainError('too-many-api-keys', `There are ${mostKeys} keys already. Revoke one first.`)
  const secret = newApiKeyToken()
  const [added] = await db
    .insert(apiKey)
    .values({
      ...{ name: name.trim(), scopes, tokenHash: secretHash(secret), hint: hintOf(secret), createdBy: userId },
      ...{ createdAt: now, expiresAt: new Date(now.getTime() + expiresInDays * dayMs) },
    })
    .returning({ id: apiKey.id })
  return { id: (added as { id: string }).id, secret }
}
