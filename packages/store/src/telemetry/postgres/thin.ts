import { conditionNames } from '@lading/shared/domain/reading'
import type { Sql } from 'postgres'
import { hourOf } from '../hourly-figures.ts'
import type { Passing, Thinned } from '../telemetry-store.ts'
import { columnOf } from './columns.ts'
import { devicesWithOldReadings } from './devices-with-old.ts'

/** Few enough for a statement to take well under a second. */
const readingsAtOnce = 5_000

const conditions = conditionNames.map(columnOf)
const columns = [
  'device_id',
  'hour',
  'count',
  'first_at',
  'last_at',
  ...['fix_at', 'fix_lat', 'fix_lon', 'fix_speed_kmh', 'fix_heading_deg'],
  ...conditions.flatMap((column) => ['count', 'min', 'mean', 'max'].map((figure) => `${column}_${figure}`)),
]

const lastFix = (column: string) => `(array_agg(${column} order by recorded_at desc) filter (where lat is not null and lon is not null))[1]`

const figuresOf = (column: string) => `count(${column}), min(${column}), avg(${column}), max(${column})`

const laterFix = (column: string) =>
  `${column} = case when kept.fix_at >= excluded.fix_at or excluded.fix_at is null then kept.${column} else excluded.${column} end`

const joined = (column: string) => `
    ${column}_mean = case
      when kept.${column}_count = 0 then excluded.${column}_mean
      when excluded.${column}_count = 0 then kept.${column}_mean
      else (kept.${column}_mean * kept.${column}_count + excluded.${column}_mean * excluded.${column}_count)
        / (kept.${column}_count + excluded.${column}_count) end,
    ${column}_min = least(kept.${column}_min, excluded.${column}_min),
    ${column}_max = greatest(kept.${column}_max, excluded.${column}_max),
    ${column}_count = kept.${column}_count + excluded.${column}_count`

// One statement, so that readings go and figures come in the same moment or not at all. Ingest may add to a reading meanwhile: then
// the reading is younger than it was, and the second look at received_at spares it.
const statement = `
  with chosen as (
    select recorded_at from reading
    where device_id = $1 and recorded_at < to_timestamp($2::float8 / 1000) and received_at < to_timestamp($3::float8 / 1000)
    order by recorded_at limit ${readingsAtOnce}
  ), gone as (
    delete from reading using chosen
    where reading.device_id = $1 and reading.recorded_at = chosen.recorded_at and reading.received_at < to_timestamp($3::float8 / 1000)
    returning reading.*
  ), hours as (
    insert into reading_hourly as kept (${columns.join(', ')})
    select device_id, date_trunc('hour', recorded_at, 'UTC'), count(*), min(recorded_at), max(recorded_at),
      ${['recorded_at', 'lat', 'lon', 'speed_kmh', 'heading_deg'].map(lastFix).join(',\n      ')},
      ${conditions.map(figuresOf).join(',\n      ')}
    from gone group by 1, 2
    on conflict (device_id, hour) do update set
    count = kept.count + excluded.count,
    first_at = least(kept.first_at, excluded.first_at),
    last_at = greatest(kept.last_at, excluded.last_at),
    ${['fix_lat', 'fix_lon', 'fix_speed_kmh', 'fix_heading_deg', 'fix_at'].map(laterFix).join(',\n    ')},
    ${conditions.map(joined).join(',')}
    returning hour
  )
  select (select count(*) from chosen)::float8 as chosen, (select count(*) from gone)::float8 as readings,
    (select count(*) from hours)::float8 as hours`

/** A device after the other, a few thousand readings a statement. */
export const thinReadings = async (sql: Sql, { recordedBeforeMs, receivedBeforeMs, signal }: Passing): Promise<Thinned> => {
  const beforeMs = hourOf(recordedBeforeMs)
  const total = { readings: 0, hours: 0 }
  for (const deviceId of await devicesWithOldReadings(sql, beforeMs)) {
    for (let more = true; more && !signal?.aborted; ) {
      const [row] = await sql.unsafe<{ chosen: number; readings: number; hours: number }[]>(
        statement,
        [deviceId, beforeMs, receivedBeforeMs],
        { prepare: true },
      )
      total.readings += row?.readings ?? 0
      total.hours += row?.hours ?? 0
      more = row?.chosen === readingsAtOnce
    }
  }
  return { outcome: 'thinned', ...total }
}
