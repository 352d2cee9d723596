import type { Device } from '@lading/shared/contract/device'
import { lowBatteryPct, silentAfterMs } from '@lading/shared/domain/device-health'

/** From what needs somebody first to what needs nobody. */
export const deviceHealths = ['silent', 'low-battery', 'never-seen', 'reporting', 'revoked'] as const
export type DeviceHealth = (typeof deviceHealths)[number]

/** One word for each device: one that is silent now tells nothing of its battery any more. */
export const healthOf = ({ lastSeenAt, reportIntervalS, batteryPct, revokedAt }: Device, nowMs: number): DeviceHealth => {
  if (revokedAt !== null) return 'revoked'
  if (lastSeenAt === null) return 'never-seen'
  if (nowMs - Date.parse(lastSeenAt) > silentAfterMs(reportIntervalS)) return 'silent'
  return isLow(batteryPct) ? 'low-battery' : 'reporting'
}

export const isLow = (batteryPct: number | null) => batteryPct !== null && batteryPct < lowBatteryPct
