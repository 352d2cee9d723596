import type { Role } from '@lading/shared/domain/role'
import type { Sql } from 'postgres'
import { padded } from '../padded.ts'
import { secretHash } from '../secret.ts'
import { sessionExpiry, worthExtendingMs } from './lifetime.ts'

/** Somebody who is signed in. `partner` is whose person it is: the code of a partner for the role partner, null for staff. */
export type SignedIn = { userId: string; email: string; name: string; role: Role; partner: string | null }

type Row = SignedIn & { hash: string; createdAtMs: number; expiresAtMs: number }

/** Who these tokens belong to, by their hashes, as long as the sessions last; using one makes it last longer. In one round trip for many. */
export const resumeSessions = async (sql: Sql, hashes: string[], now = new Date()): Promise<Map<string, SignedIn>> => {
  const rows = await sql<Row[]>`
    select token_hash as "hash", app_user.id as "userId", email, name, role, partner_code as partner,
      extract(epoch from session.created_at)::float8 * 1000 as "createdAtMs", extract(epoch from expires_at)::float8 * 1000 as "expiresAtMs"
    from session join app_user on app_user.id = user_id
    where token_hash in ${sql(padded(hashes))} and expires_at > ${now.toISOString()}`
  for (const { hash, createdAtMs, expiresAtMs } of rows) {
    const extended = sessionExpiry(new Date(createdAtMs), now)
    if (extended.getTime() - expiresAtMs > worthExtendingMs)
      await sql`update session set expires_at = ${extended.toISOString()} where token_hash = ${hash}`
  }
  return new Map(rows.map(({ hash, userId, email, name, role, partner }) => [hash, { userId, email, name, role, partner }]))
}

/** Who one token belongs to. */
export const resumeSession = async (sql: Sql, token: string, now = new Date()): Promise<SignedIn | undefined> => {
  const hash = secretHash(token)
  return (await resumeSessions(sql, [hash], now)).get(hash)
}
