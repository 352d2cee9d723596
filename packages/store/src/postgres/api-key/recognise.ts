import type { KeyScope } from '@lading/shared/domain/api-key'
import type { Sql } from 'postgres'
import { padded } from '../padded.ts'

/** A program that has shown a key of its own. */
export type KnownKey = { id: string; name: string; scopes: KeyScope[] }

type Row = KnownKey & { hash: string; usedAtMs: number | null }

const minuteMs = 60_000

/**
 * Which keys these are, by their hashes, as long as they were neither revoked nor have expired; in one round trip for many. For one that
 * nobody has the same is done. When a key was last used is written at most once a minute.
 */
export const recogniseKeys = async (sql: Sql, hashes: string[], now = new Date()): Promise<Map<string, KnownKey>> => {
  const rows = await sql<Row[]>`
    select token_hash as hash, id, name, scopes, extract(epoch from last_used_at)::float8 * 1000 as "usedAtMs"
    from api_key where token_hash in ${sql(padded(hashes))} and revoked_at is null and expires_at > ${now.toISOString()}`
  const before = now.getTime() - minuteMs
  for (const { id, usedAtMs } of rows)
    if (usedAtMs === null || usedAtMs < before)
      await sql`update api_key set last_used_at = ${now.toISOString()}
        where id = ${id} and (last_used_at is null or last_used_at < ${new Date(before).toISOString()})`
  return new Map(rows.map(({ hash, id, name, scopes }) => [hash, { id, name, scopes }]))
}
