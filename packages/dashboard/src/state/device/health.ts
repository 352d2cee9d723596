import type { Device } from '@lading/shared/contract/device'
import { lowBatteryPct, silentAfterMs } from '@lading/shared/domain/device-health'

/** From what needs somebody first to what needs nobody. */
export const deviceHealths = ['silent', 'low-battery', 'never-seen', 'reporting', 'revoked'] as const
export type DeviceHealth = (typeof deviceHealths)[number]

/** What the server knows besides, of its last day: what it said was not believed, or its clock is wrong. */
export const doubts = ['quarantined', 'skewed'] as const
export type Doubt = (typeof doubts)[number]

/** As the server judges it: a minute ahead or a quarter of an hour behind; readings may wait in a device for a while. */
export const clockTrouble = (clockSkewS: number) => (clockSkewS > 60 ? 'ahead' : clockSkewS < -900 ? 'behind' : undefined)

/** One word for each device: one that is silent now tells nothing of its battery any more. */
export const healthOf = ({ lastSeenAt, reportIntervalS, batteryPct, revokedAt }: Device, nowMs: number): DeviceHealth => {
  if (revokedAt !== null) return 'revoked'
  if (lastSeenAt === null) return 'never-seen'
  if (nowMs - Date.parse(lastSeenAt) > silentAfterMs(reportIntervalS)) return 'silent'
  return isLow(batteryPct) ? 'low-battery' : 'reporting'
}

export const isLow = (batteryPct: number | null) => batteryPct !== null && batteryPct < lowBatteryPct
