import type { Sql } from 'postgres'
import { textArray } from '../array-literal.ts'

/** Which of these devices are registered. */
export const knownDeviceIds = async (sql: Sql, ids: string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await sql.unsafe<{ id: string }[]>('select id from device where id = any($1::text::text[])', [textArray(ids)], {
    prepare: true,
  })
  return new Set(rows.map(({ id }) => id))
}
