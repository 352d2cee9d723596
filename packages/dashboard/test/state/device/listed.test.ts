import type { Device } from '@lading/shared/contract/device'
import { afterEach, expect, test } from 'vitest'
import { type DeviceOrder, deviceAddress, usualOrder } from '../../../src/state/address/devices.ts'
import { nowMs as platformMs } from '../../../src/state/clock.ts'
import { devices, doubted, withDevices } from '../../../src/state/device/devices.ts'
import { healthOf } from '../../../src/state/device/health.ts'
import { doubtCount, healthCounts, inDeviceOrder, listedDevices, matchesDevice } from '../../../src/state/device/listed.ts'
import { aDevice, minutesAgo, nowMs } from '../a-device.ts'

const fleet = [
  aDevice({ id: 'c', batteryPct: 50, lastSeenAt: minutesAgo(5) }),
  aDevice({ id: 'a', batteryPct: null, lastSeenAt: null }),
  aDevice({ id: 'B', batteryPct: 9, lastSeenAt: minutesAgo(2) }),
  aDevice({ id: 'd', batteryPct: 70, lastSeenAt: minutesAgo(500), label: 'Reefer 12' }),
]
const sorted = (order: DeviceOrder, all: Device[] = fleet) =>
  all
    .map((device) => ({ device, health: healthOf(device, nowMs) }))
    .sort(inDeviceOrder(order))
    .map(({ device }) => device.id)

afterEach(() => {
  devices.value = new Map()
  deviceAddress.value = { view: 'devices' as const, text: '', healths: [], doubts: [], order: usualOrder, selectedId: undefined }
})

test('What needs somebody comes first.', () => {
  expect(sorted(usualOrder)).toEqual(['d', 'B', 'a', 'c'])
})

test('Names are sorted as people read them, whatever their case.', () => {
  expect(sorted({ by: 'name', descending: false })).toEqual(['a', 'B', 'c', 'd'])
  expect(sorted({ by: 'name', descending: true })).toEqual(['d', 'c', 'B', 'a'])
})

test('A device without a value stands last in either direction.', () => {
  expect(sorted({ by: 'battery', descending: false })).toEqual(['B', 'c', 'd', 'a'])
  expect(sorted({ by: 'battery', descending: true })).toEqual(['d', 'c', 'B', 'a'])
  expect(sorted({ by: 'seen', descending: false })).toEqual(['d', 'c', 'B', 'a'])
})

test('Equals keep the order of their names.', () => {
  const equals = ['z', 'x', 'y'].map((id) => aDevice({ id }))
  expect(sorted({ by: 'battery', descending: true }, equals)).toEqual(['x', 'y', 'z'])
})

test('A text finds names and labels, in any case.', () => {
  expect(matchesDevice(' reefer ', aDevice({ label: 'Reefer 12' }))).toBe(true)
  expect(matchesDevice('TAG', aDevice())).toBe(true)
  expect(matchesDevice('reefer', aDevice())).toBe(false)
})

test('The counts of the healths stay while one of them is chosen.', () => {
  platformMs.value = nowMs
  devices.value = withDevices(devices.value, fleet)
  deviceAddress.value = { ...deviceAddress.value, healths: ['silent'] }
  expect(listedDevices.value.map(({ device }) => device.id)).toEqual(['d'])
  expect([...healthCounts.value].map(([health, { length }]) => [health, length]).sort()).toEqual([
    ['low-battery', 1],
    ['never-seen', 1],
    ['reporting', 1],
    ['silent', 1],
  ])
})

test('Of those that the server doubts only they are listed, as far as they match the rest.', () => {
  platformMs.value = nowMs
  devices.value = withDevices(devices.value, fleet)
  doubted.value = { quarantined: new Set(['c', 'd', 'not read']), skewed: new Set(['d']) }
  deviceAddress.value = { ...deviceAddress.value, doubts: ['quarantined'] }
  expect(listedDevices.value.map(({ device }) => device.id)).toEqual(['d', 'c'])
  expect([doubtCount('quarantined'), doubtCount('skewed')]).toEqual([2, 1])
  deviceAddress.value = { ...deviceAddress.value, doubts: ['quarantined', 'skewed'] }
  expect(listedDevices.value.map(({ device }) => device.id)).toEqual(['d'])
})
