import { measurementNames, type Reading } from '@lading/shared/domain/reading'
import type { Sql } from 'postgres'
import { defaultLimit } from '../default-limit.ts'
import { hourMs } from '../hourly-figures.ts'
import { fromHourlyRow } from '../hourly-row.ts'
import { sliceWidthMs } from '../slice-width.ts'
import { type DeviceRange, type TelemetryStore, TelemetryUnavailable } from '../telemetry-store.ts'
import { type CountedSlice, fixesWithHours, seriesWithHours } from '../with-hours.ts'
import { writeOrBisect } from '../write-or-bisect.ts'
import { columnOf } from './columns.ts'
import { forgetReadings } from './forget.ts'
import { hoursOf } from './hours.ts'
import { packed, unpack } from './packed-fixes.ts'
import { thinReadings } from './thin.ts'
import { writeReadings } from './write.ts'

type Row = Record<string, number | null>

// Times leave as whole milliseconds; `extract` is exact because it answers a numeric.
const msOf = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`
const inRange = 'device_id = $1 and recorded_at >= to_timestamp($2::float8 / 1000) and recorded_at < to_timestamp($3::float8 / 1000)'

const readingsOf = `
  select ${msOf('recorded_at')} as "recordedAtMs", ${msOf('received_at')} as "receivedAtMs",
    ${measurementNames.map((name) => `${columnOf(name)} as "${name}"`).join(', ')}
  from reading where ${inRange} order by recorded_at limit $4`

// $5 is from when on hours count. Most ranges have none, and are spared the question for them.
const fixesOf = `
  select ${packed} as packed, exists (
    select from reading_hourly where device_id = $1 and hour >= to_timestamp($5::float8 / 1000) and hour < to_timestamp($3::float8 / 1000)
  ) as "hasHours" from (
    select recorded_at, lat, lon, speed_kmh, heading_deg
    from reading where ${inRange} and lat is not null and lon is not null order by recorded_at limit $4
  ) fixes`

const seriesOf = (column: string) => `
  select $2::float8 + slice * $4::float8 as "atMs", count, min, mean, max from (
    select floor((${msOf('recorded_at')} - $2::float8) / $4::float8) as slice,
      count(${column})::float8 as count, min(${column}) as min, avg(${column}) as mean, max(${column}) as max
    from reading where ${inRange} and ${column} is not null group by 1
  ) slices order by slice`

const countOf = `select count(*)::float8 as count from reading where ${inRange}`

// Of the hour in which the range begins, too: its last reading may be within.
const hoursFromMs = ({ fromMs }: DeviceRange) => fromMs - hourMs

const withoutNulls = <Shape>(row: Row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Shape

/** Readings in PostgreSQL, for machines without InfluxDB. The caller closes `sql`. */
export const createPostgresTelemetry = (sql: Sql): TelemetryStore => {
  const answered = async <Answer>(work: Promise<Answer>) => {
    try {
      return await work
    } catch (cause) {
      throw new TelemetryUnavailable(`PostgreSQL did not answer: ${(cause as Error).message}`, { cause })
    }
  }
  const ask = async <Shape = Row>(statement: string, { deviceId, fromMs, untilMs }: DeviceRange, ...more: number[]) =>
    (await answered(sql.unsafe(statement, [deviceId, fromMs, untilMs, ...more], { prepare: true }))) as unknown as Shape[]
  const hours = async (range: DeviceRange) => (await ask(hoursOf, range)).map((row) => fromHourlyRow(range.deviceId, row))
  const hoursAround = (range: DeviceRange) => hours({ ...range, fromMs: hoursFromMs(range) })
  return {
    write: (readings) => writeOrBisect(readings, (some) => writeReadings(sql, some)),
    readings: async (range, limit = defaultLimit) =>
      (await ask(readingsOf, range, limit)).map((row) => ({ deviceId: range.deviceId, ...withoutNulls<Omit<Reading, 'deviceId'>>(row) })),
    fixes: async (range, limit = defaultLimit) => {
      const [row] = await ask<{ packed: Buffer | null; hasHours: boolean }>(fixesOf, range, limit, hoursFromMs(range))
      const fixes = unpack(row?.packed ?? null)
      return row?.hasHours ? fixesWithHours(fixes, await hoursAround(range), range, limit) : fixes
    },
    series: async (range, measurement, slices) => {
      const widthMs = sliceWidthMs(range, slices)
      const [rows, around] = await Promise.all([ask(seriesOf(columnOf(measurement)), range, widthMs), hoursAround(range)])
      const ofReadings = rows.map((row) => withoutNulls<CountedSlice>(row))
      return seriesWithHours(ofReadings, around, measurement, range, widthMs)
    },
    count: async (range) => {
      const [row] = await ask(countOf, range)
      return row?.count ?? 0
    },
    hours,
    thin: (passing) => answered(thinReadings(sql, passing)),
    forget: async (passing) => {
      await answered(forgetReadings(sql, passing))
      return { outcome: 'forgotten' }
    },
    ping: async () => {
      await answered(sql`select 1`)
    },
    close: async () => {},
  }
}
