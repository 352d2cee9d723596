import type { Sql } from 'postgres'

// A device at a time by the primary key, so that it costs as much as there are devices, however many rows they have. A table
// read from end to end would keep the disk busy for hours; an index on the time would cost every write.
const statementFor = (table: 'reading' | 'reading_hourly', time: string) => `
  with recursive devices as (
    (select device_id from ${table} order by device_id limit 1)
    union all
    select (select device_id from ${table} where device_id > devices.device_id order by device_id limit 1)
    from devices where devices.device_id is not null
  )
  select device_id from devices
  where exists (select from ${table} where ${table}.device_id = devices.device_id and ${time} < to_timestamp($1::float8 / 1000))`

const ask = async (sql: Sql, statement: string, beforeMs: number) => {
  const rows = await sql.unsafe<{ device_id: string }[]>(statement, [beforeMs], { prepare: true })
  return rows.map(({ device_id }) => device_id)
}

/** Devices that have readings of before that time. */
export const devicesWithOldReadings = (sql: Sql, beforeMs: number) => ask(sql, statementFor('reading', 'recorded_at'), beforeMs)

/** Devices that have hourly figures of before that time. */
export const devicesWithOldHours = (sql: Sql, beforeMs: number) => ask(sql, statementFor('reading_hourly', 'hour'), beforeMs)
