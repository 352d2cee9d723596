import type { Device } from '@lading/shared/contract/device'

/** When the tests look at devices. */
export const nowMs = Date.parse('2026-03-02T12:00:00Z')
export const minutesAgo = (minutes: number) => new Date(nowMs - minutes * 60_000).toISOString()

/** One that reported a minute ago and should every quarter of an hour, unless said otherwise. */
export const aDevice = (some: Partial<Device> = {}): Device => ({
  id: 'tag-1',
  label: null,
  reportIntervalS: 900,
  lastSeenAt: minutesAgo(1),
  position: null,
  batteryPct: 80,
  shipmentId: null,
  registeredAt: '2026-01-01T00:00:00Z',
  revokedAt: null,
  ledger: null,
  ...some,
})
