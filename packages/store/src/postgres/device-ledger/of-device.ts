import type { DeviceLedger } from '@lading/shared/contract/device'
import { quarantineReasons } from '@lading/shared/domain/quarantine'
import { sql } from 'drizzle-orm'
import { device } from '../schema/device.ts'
import type { deviceLedger } from '../schema/device-ledger.ts'

/** Of the device of the row, how many readings were rejected for each reason; nothing where none was. */
export const rejectedByReason = sql<Record<string, number> | null>`
  (select jsonb_object_agg(reason, count) from device_rejection where device_rejection.device_id = ${device.id})`

export const toLedger = (row: typeof deviceLedger.$inferSelect, rejected: Record<string, number>): DeviceLedger => ({
  received: row.received,
  stored: row.stored,
  quarantined: quarantineReasons.reduce((sum, reason) => sum + (rejected[reason] ?? 0), 0),
  rejected,
  late: row.late,
  repeated: row.repeated,
  lastReceivedAt: row.lastReceivedAt.toISOString(),
  clockSkewS: row.clockSkewS,
})
