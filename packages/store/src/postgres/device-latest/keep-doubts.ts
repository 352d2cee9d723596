import type { Sql } from 'postgres'
import { numberArray, textArray } from '../array-literal.ts'
import type { KnownFix } from './recall.ts'

const statement = `
  update device_latest set doubted_lat = doubt.lat, doubted_lon = doubt.lon, doubted_at = to_timestamp(doubt.at_ms / 1000)::timestamptz(3)
  from unnest($1::text::text[], $2::text::float8[], $3::text::float8[], $4::text::float8[]) as doubt (device_id, lat, lon, at_ms)
  where device_latest.device_id = doubt.device_id
    and (doubted_at is null or doubted_at < to_timestamp(doubt.at_ms / 1000)::timestamptz(3))`

/** Remembers by device a fix that was taken for a jump; the newest counts, so doing it again changes nothing. */
export const keepDoubts = async (sql: Sql, doubts: Map<string, KnownFix>) => {
  // In order of device, so that two processes never wait for each other's rows crosswise.
  const rows = [...doubts].sort(([a], [b]) => (a < b ? -1 : 1))
  await sql.unsafe(
    statement,
    [
      textArray(rows.map(([deviceId]) => deviceId)),
      numberArray(rows.map(([, fix]) => fix.lat)),
      numberArray(rows.map(([, fix]) => fix.lon)),
      numberArray(rows.map(([, fix]) => fix.atMs)),
    ],
    { prepare: true },
  )
}
