import type { Sql } from 'postgres'
import type { Passing } from '../telemetry-store.ts'
import { devicesWithOldHours, devicesWithOldReadings } from './devices-with-old.ts'

/** Few enough for a statement to take well under a second. */
const rowsAtOnce = 10_000

const deleteReadings = `
  delete from reading where device_id = $1 and recorded_at in (
    select recorded_at from reading
    where device_id = $1 and recorded_at < to_timestamp($2::float8 / 1000) and received_at < to_timestamp($3::float8 / 1000)
    order by recorded_at limit ${rowsAtOnce}
  )`

const deleteHours = `
  delete from reading_hourly where device_id = $1 and hour in (
    select hour from reading_hourly where device_id = $1 and hour < to_timestamp($2::float8 / 1000) order by hour limit ${rowsAtOnce}
  )`

/** A device after the other, some thousand rows a statement. */
export const forgetReadings = async (sql: Sql, { recordedBeforeMs, receivedBeforeMs, signal }: Passing) => {
  const repeat = async (statement: string, parameters: (string | number)[]) => {
    while (!signal?.aborted) {
      const { count } = await sql.unsafe(statement, parameters, { prepare: true })
      if (count < rowsAtOnce) return
    }
  }
  for (const deviceId of await devicesWithOldReadings(sql, recordedBeforeMs))
    await repeat(deleteReadings, [deviceId, recordedBeforeMs, receivedBeforeMs])
  for (const deviceId of await devicesWithOldHours(sql, recordedBeforeMs)) await repeat(deleteHours, [deviceId, recordedBeforeMs])
}
