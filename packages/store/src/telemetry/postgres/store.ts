import { measurementNames, type Reading } from '@lading/shared/domain/reading'
import type { Sql } from 'postgres'
import { defaultLimit } from '../default-limit.ts'
import { sliceWidthMs } from '../slice-width.ts'
import { type DeviceRange, type Fix, type TelemetryStore, TelemetryUnavailable } from '../telemetry-store.ts'
import { writeOrBisect } from '../write-or-bisect.ts'
import { columnOf } from './columns.ts'
import { writeReadings } from './write.ts'

type Row = Record<string, number | null>

// Times leave as whole milliseconds; `extract` is exact because it answers a numeric.
const msOf = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`
const inRange = 'device_id = $1 and recorded_at >= to_timestamp($2::float8 / 1000) and recorded_at < to_timestamp($3::float8 / 1000)'

const readingsOf = `
  select ${msOf('recorded_at')} as "recordedAtMs", ${msOf('received_at')} as "receivedAtMs",
    ${measurementNames.map((name) => `${columnOf(name)} as "${name}"`).join(', ')}
  from reading where ${inRange} order by recorded_at limit $4`

const fixesOf = `
  select ${msOf('recorded_at')} as "recordedAtMs", lat, lon, speed_kmh as "speedKmh", heading_deg as "headingDeg"
  from reading where ${inRange} and lat is not null and lon is not null order by recorded_at limit $4`

const seriesOf = (column: string) => `
  select $2::float8 + slice * $4::float8 as "atMs", min, mean, max from (
    select floor((${msOf('recorded_at')} - $2::float8) / $4::float8) as slice,
      min(${column}) as min, avg(${column}) as mean, max(${column}) as max
    from reading where ${inRange} and ${column} is not null group by 1
  ) slices order by slice`

const countOf = `select count(*)::float8 as count from reading where ${inRange}`

const withoutNulls = <Shape>(row: Row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Shape

/** Readings in PostgreSQL, for machines without InfluxDB. The caller closes `sql`. */
export const createPostgresTelemetry = (sql: Sql): TelemetryStore => {
  const ask = async (statement: string, { deviceId, fromMs, untilMs }: DeviceRange, ...more: number[]) => {
    try {
      const rows = await sql.unsafe(statement, [deviceId, fromMs, untilMs, ...more], { prepare: true })
      return rows as unknown as Row[]
    } catch (cause) {
      throw new TelemetryUnavailable(`PostgreSQL did not answer: ${(cause as Error).message}`, { cause })
    }
  }
  return {
    write: (readings) => writeOrBisect(readings, (some) => writeReadings(sql, some)),
    readings: async (range, limit = defaultLimit) =>
      (await ask(readingsOf, range, limit)).map((row) => ({ deviceId: range.deviceId, ...withoutNulls<Omit<Reading, 'deviceId'>>(row) })),
    fixes: async (range, limit = defaultLimit) => (await ask(fixesOf, range, limit)).map((row) => withoutNulls<Fix>(row)),
    series: async (range, measurement, slices) => {
      const rows = await ask(seriesOf(columnOf(measurement)), range, sliceWidthMs(range, slices))
      return rows.map((row) => withoutNulls<{ atMs: number; min: number; mean: number; max: number }>(row))
    },
    count: async (range) => {
      const [row] = await ask(countOf, range)
      return row?.count ?? 0
    },
    ping: async () => {
      try {
        await sql`select 1`
      } catch (cause) {
        throw new TelemetryUnavailable(`PostgreSQL did not answer: ${(cause as Error).message}`, { cause })
      }
    },
    close: async () => {},
  }
}
