import { expect, test } from 'vitest'
import { healthOf } from '../../../src/state/device/health.ts'
import { aDevice, minutesAgo, nowMs } from '../a-device.ts'

test.each([
  ['reporting', { lastSeenAt: minutesAgo(1) }],
  ['reporting', { lastSeenAt: minutesAgo(59) }],
  ['silent', { lastSeenAt: minutesAgo(61) }],
  ['reporting', { lastSeenAt: minutesAgo(200), reportIntervalS: 3600 }],
  ['reporting', { lastSeenAt: minutesAgo(29), reportIntervalS: 5 }],
  ['silent', { lastSeenAt: minutesAgo(31), reportIntervalS: 5 }],
  ['never-seen', { lastSeenAt: null, batteryPct: null }],
  ['low-battery', { batteryPct: 14 }],
  ['reporting', { batteryPct: 15 }],
  ['reporting', { batteryPct: null }],
  ['revoked', { revokedAt: minutesAgo(5) }],
] as const)('A device is %s with %j.', (health, some) => {
  expect(healthOf(aDevice(some), nowMs)).toBe(health)
})

test('Of a device that is silent its battery tells nothing any more.', () => {
  expect(healthOf(aDevice({ lastSeenAt: minutesAgo(600), batteryPct: 3 }), nowMs)).toBe('silent')
})
