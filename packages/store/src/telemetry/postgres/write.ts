import { measurementNames, type Reading } from '@lading/shared/domain/reading'
import postgres, { type Sql } from 'postgres'
import { numberArray, textArray } from '../../postgres/array-literal.ts'
import { TelemetryUnavailable } from '../telemetry-store.ts'
import { columnOf } from './columns.ts'
import { mergeDuplicates } from './merge-duplicates.ts'

const columns = measurementNames.map(columnOf)
const parameters = columns.map((_, at) => `$${at + 4}::text::float8[]`)
const statement = `
  insert into reading (device_id, recorded_at, received_at, ${columns.join(', ')})
  select device_id, to_timestamp(recorded_at_ms / 1000), to_timestamp(received_at_ms / 1000), ${columns.join(', ')}
  from unnest($1::text::text[], $2::text::float8[], $3::text::float8[], ${parameters.join(', ')})
    as batch (device_id, recorded_at_ms, received_at_ms, ${columns.join(', ')})
  on conflict (device_id, recorded_at) do update set
    received_at = excluded.received_at,
    ${columns.map((column) => `${column} = coalesce(excluded.${column}, reading.${column})`).join(',\n    ')}`

// Classes of SQLSTATE that blame a value, not the database: data exception, integrity constraint violation.
const faultOfTheData = /^2[23]/

/** One statement for all of them. Answers nothing once they are durable, or PostgreSQL's words when a value is at fault. */
export const writeReadings = async (sql: Sql, readings: Reading[]): Promise<string | undefined> => {
  const rows = mergeDuplicates(readings)
  try {
    await sql.unsafe(
      statement,
      [
        textArray(rows.map(({ deviceId }) => deviceId)),
        numberArray(rows.map(({ recordedAtMs }) => recordedAtMs)),
        numberArray(rows.map(({ receivedAtMs }) => receivedAtMs)),
        ...measurementNames.map((name) => numberArray(rows.map((row) => row[name]))),
      ],
      { prepare: true },
    )
    return undefined
  } catch (cause) {
    if (cause instanceof postgres.PostgresError && faultOfTheData.test(cause.code)) return cause.message
    throw new TelemetryUnavailable(`PostgreSQL did not take the readings: ${(cause as Error).message}`, { cause })
  }
}
