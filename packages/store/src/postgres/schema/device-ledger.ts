import { bigint, doublePrecision, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { device } from './device.ts'

const count = (name: string) => bigint(name, { mode: 'number' }).notNull()
const deviceId = () =>
  text('device_id')
    .notNull()
    .references(() => device.id, { onDelete: 'cascade' })

/** What became of all that a registered device sent, in readings. Times are wall-clock times. */
export const deviceLedger = pgTable('device_ledger', {
  deviceId: deviceId().primaryKey(),
  received: count('received'),
  stored: count('stored'),
  late: count('late'),
  repeated: count('repeated'),
  lastReceivedAt: instant('last_received_at').notNull(),
  /** Device time minus time of arrival, seconds of platform time, of the freshest of its last readings. */
  clockSkewS: doublePrecision('clock_skew_s'),
})

export const deviceRejection = pgTable(
  'device_rejection',
  { deviceId: deviceId(), reason: text('reason').notNull(), count: count('count'), lastAt: instant('last_at').notNull() },
  (table) => [primaryKey({ columns: [table.deviceId, table.reason] })],
)
