import type { Reading } from '@lading/shared/domain/reading'
import type { Sql } from 'postgres'
import { numberArray, textArray } from '../array-literal.ts'
import { newestByDevice } from './newest-by-device.ts'

/** A device whose latest position is now this one. */
export type Moved = { deviceId: string; lat: number; lon: number; recordedAtMs: number; speedKmh?: number; headingDeg?: number }

// Measurements besides the position: a newer report replaces what it has a value for, an older one only fills gaps.
const measurements = ['speed_kmh', 'heading_deg', 'temperature_c', 'humidity_pct', 'battery_pct']
const newer = 'excluded.recorded_at >= device_latest.recorded_at'
const newerFix = 'excluded.position_at >= coalesce(device_latest.position_at, excluded.position_at)'

const statement = `
  with batch as (
    select device_id, to_timestamp(recorded_at_ms / 1000)::timestamptz(3) as recorded_at,
      to_timestamp(received_at_ms / 1000)::timestamptz(3) as received_at,
      lat, lon, to_timestamp(position_at_ms / 1000)::timestamptz(3) as position_at, ${measurements.join(', ')}
    from unnest($1::text::text[], $2::text::float8[], $3::text::float8[], $4::text::float8[], $5::text::float8[],
        $6::text::float8[], ${measurements.map((_, at) => `$${at + 7}::text::float8[]`).join(', ')})
      as columns (device_id, recorded_at_ms, received_at_ms, lat, lon, position_at_ms, ${measurements.join(', ')})
  ), written as (
    insert into device_latest (device_id, recorded_at, received_at, lat, lon, position_at, ${measurements.join(', ')})
    select * from batch
    on conflict (device_id) do update set
      recorded_at = greatest(device_latest.recorded_at, excluded.recorded_at),
      received_at = greatest(device_latest.received_at, excluded.received_at),
      lat = case when ${newerFix} then excluded.lat else device_latest.lat end,
      lon = case when ${newerFix} then excluded.lon else device_latest.lon end,
      position_at = greatest(device_latest.position_at, excluded.position_at),
      ${measurements
        .map(
          (column) =>
            `${column} = case when ${newer} then coalesce(excluded.${column}, device_latest.${column})
        else coalesce(device_latest.${column}, excluded.${column}) end`,
        )
        .join(',\n      ')}
    returning device_id, position_at
  )
  select written.device_id as id from written join batch using (device_id) where written.position_at = batch.position_at`

/**
 * Moves the latest state of devices forward, many in one statement. An older fix never overwrites a newer one; on the
 * second delivery nothing changes. Answers with the devices whose latest position is one of these readings.
 */
export const advanceLatest = async (sql: Sql, readings: Reading[]): Promise<Moved[]> => {
  const rows = newestByDevice(readings)
  if (rows.length === 0) return []
  const written = await sql.unsafe<{ id: string }[]>(
    statement,
    [
      textArray(rows.map((row) => row.deviceId)),
      numberArray(rows.map((row) => row.recordedAtMs)),
      numberArray(rows.map((row) => row.receivedAtMs)),
      numberArray(rows.map((row) => row.lat)),
      numberArray(rows.map((row) => row.lon)),
      numberArray(rows.map((row) => row.positionAtMs)),
      numberArray(rows.map((row) => row.speedKmh)),
      numberArray(rows.map((row) => row.headingDeg)),
      numberArray(rows.map((row) => row.temperatureC)),
      numberArray(rows.map((row) => row.humidityPct)),
      numberArray(rows.map((row) => row.batteryPct)),
    ],
    { prepare: true },
  )
  const moved = new Set(written.map(({ id }) => id))
  return rows.filter((row) => moved.has(row.deviceId)).map(toMoved)
}

const toMoved = ({ deviceId, lat, lon, positionAtMs, speedKmh, headingDeg }: ReturnType<typeof newestByDevice>[number]): Moved => ({
  deviceId,
  lat: lat as number,
  lon: lon as number,
  recordedAtMs: positionAtMs as number,
  ...(speedKmh !== undefined && { speedKmh }),
  ...(headingDeg !== undefined && { headingDeg }),
})
