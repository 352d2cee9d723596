import type { Sql } from 'postgres'
import { numberArray, textArray } from '../array-literal.ts'

/** What became of readings of one device since the last entry. */
export type LedgerEntry = {
  received: number
  stored: number
  late: number
  repeated: number
  /** Device time minus time of arrival of the freshest reading, believed or not; missing where none had a time. */
  clockSkewS?: number | undefined
  rejected: Map<string, number>
}

const numbers = ['received', 'stored', 'late', 'repeated', 'clock_skew_s']

// Devices that nobody registered have no ledger: anybody could fill the table with made-up names.
const statement = `
  with entry as (
    select batch.* from unnest($2::text::text[], ${numbers.map((_, at) => `$${at + 3}::text::float8[]`).join(', ')})
      as batch (device_id, ${numbers.join(', ')})
    join device on device.id = batch.device_id
  ), ledger as (
    insert into device_ledger (device_id, ${numbers.join(', ')}, last_received_at)
    select device_id, ${numbers.join(', ')}, $1::timestamptz from entry order by device_id
    on conflict (device_id) do update set
      received = device_ledger.received + excluded.received,
      stored = device_ledger.stored + excluded.stored,
      late = device_ledger.late + excluded.late,
      repeated = device_ledger.repeated + excluded.repeated,
      clock_skew_s = coalesce(excluded.clock_skew_s, device_ledger.clock_skew_s),
      last_received_at = greatest(device_ledger.last_received_at, excluded.last_received_at)
  )
  insert into device_rejection (device_id, reason, count, last_at)
  select batch.device_id, reason, count, $1::timestamptz
  from unnest($8::text::text[], $9::text::text[], $10::text::float8[]) as batch (device_id, reason, count)
  join device on device.id = batch.device_id
  order by batch.device_id, reason
  on conflict (device_id, reason) do update set
    count = device_rejection.count + excluded.count, last_at = greatest(device_rejection.last_at, excluded.last_at)`

/** Adds to the ledgers of registered devices, many in one statement. Done twice, it counts twice. */
export const addToLedgers = async (sql: Sql, entries: Map<string, LedgerEntry>, now: Date) => {
  if (entries.size === 0) return
  const rows = [...entries]
  const rejections = rows.flatMap(([deviceId, { rejected }]) => [...rejected].map(([reason, count]) => ({ deviceId, reason, count })))
  await sql.unsafe(
    statement,
    [
      now.toISOString(),
      textArray(rows.map(([deviceId]) => deviceId)),
      numberArray(rows.map(([, entry]) => entry.received)),
      numberArray(rows.map(([, entry]) => entry.stored)),
      numberArray(rows.map(([, entry]) => entry.late)),
      numberArray(rows.map(([, entry]) => entry.repeated)),
      numberArray(rows.map(([, entry]) => entry.clockSkewS)),
      textArray(rejections.map(({ deviceId }) => deviceId)),
      textArray(rejections.map(({ reason }) => reason)),
      numberArray(rejections.map(({ count }) => count)),
    ],
    { prepare: true },
  )
}
