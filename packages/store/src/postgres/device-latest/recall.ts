import type { Sql } from 'postgres'
import { textArray } from '../array-literal.ts'

export type KnownFix = { atMs: number; lat: number; lon: number; speedKmh?: number | undefined }

/** What a new reading of a device is compared with. */
export type DevicePast = {
  recordedAtMs: number
  fix?: KnownFix | undefined
  /** A newer fix than `fix`, which was taken for an impossible jump. */
  doubted?: KnownFix | undefined
}

type Row = { id: string } & Record<'recorded' | 'lat' | 'lon' | 'fixed' | 'speed' | 'doubtedLat' | 'doubtedLon' | 'doubted', number | null>

const msOf = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

const statement = `
  select device_id as id, ${msOf('recorded_at')} as recorded, lat, lon, ${msOf('position_at')} as fixed, speed_kmh as speed,
    doubted_lat as "doubtedLat", doubted_lon as "doubtedLon", ${msOf('doubted_at')} as doubted
  from device_latest where device_id = any($1::text::text[])`

/** What is known of these devices; those that never reported are missing. */
export const recallDevices = async (sql: Sql, ids: Iterable<string>): Promise<Map<string, DevicePast>> => {
  const rows = await sql.unsafe<Row[]>(statement, [textArray([...ids])], { prepare: true })
  return new Map(rows.map((row) => [row.id, toPast(row)]))
}

const toPast = ({ recorded, lat, lon, fixed, speed, doubtedLat, doubtedLon, doubted }: Row): DevicePast => ({
  recordedAtMs: recorded as number,
  fix: lat === null || lon === null || fixed === null ? undefined : { atMs: fixed, lat, lon, speedKmh: speed ?? undefined },
  doubted: doubtedLat === null || doubtedLon === null || doubted === null ? undefined : { atMs: doubted, lat: doubtedLat, lon: doubtedLon },
})
