import type { deviceHealths } from '@lading/shared/contract/device'
import { lowBatteryPct } from '@lading/shared/domain/device-health'
import { quarantineReasons } from '@lading/shared/domain/quarantine'
import { type SQL, sql } from 'drizzle-orm'
import { device, deviceLatest } from '../schema/device.ts'
import { deviceLedger, deviceRejection } from '../schema/device-ledger.ts'

export type DeviceHealth = (typeof deviceHealths)[number]

/** The condition for a device that needs a look; `deviceHealths` says in words what each means. `now` is platform time. */
export const isUnwell = (health: DeviceHealth, now: Date): SQL =>
  health === 'revoked' ? sql`${device.revokedAt} is not null` : sql`${device.revokedAt} is null and ${condition(health, now)}`

const condition = (health: Exclude<DeviceHealth, 'revoked'>, now: Date): SQL => {
  if (health === 'never-seen') return sql`${deviceLatest.recordedAt} is null`
  if (health === 'low-battery') return sql`${deviceLatest.batteryPct} < ${lowBatteryPct}`
  if (health === 'skewed') return sql`(${deviceLedger.clockSkewS} > 60 or ${deviceLedger.clockSkewS} < -900)`
  if (health === 'silent')
    return sql`(${deviceLatest.recordedAt} is null or ${deviceLatest.recordedAt} <
      ${now.toISOString()}::timestamptz - greatest(4 * ${device.reportIntervalS}, 1800) * interval '1 second')`
  const reasons = sql.join(
    quarantineReasons.map((reason) => sql`${reason}`),
    sql`, `,
  )
  return sql`exists (select 1 from ${deviceRejection} where ${deviceRejection.deviceId} = ${device.id}
    and ${deviceRejection.reason} in (${reasons}) and ${deviceRejection.lastAt} > now() - interval '1 day')`
}
