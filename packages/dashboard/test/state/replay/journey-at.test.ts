import type { Shipment } from '@lading/shared/contract/shipment'
import { expect, test } from 'vitest'
import { journeyAt, stopNear } from '../../../src/state/replay/journey-at.ts'

const start = Date.UTC(2026, 7, 4)
const at = (hours: number) => start + hours * 3600_000
const times = (hours: number | null) => ({
  planned: new Date(at(0)).toISOString(),
  estimated: null,
  actual: hours === null ? null : new Date(at(hours)).toISOString(),
})
const place = (name: string, lat: number, lon: number) => ({ name, lat, lon, zone: 'UTC' })

const legs = [
  { mode: 'sea', origin: place('Santos', -24, -46), destination: place('Rotterdam', 52, 4), departure: times(1), arrival: times(10) },
  { mode: 'road', origin: place('Rotterdam', 52, 4), destination: place('Warszawa', 52, 21), departure: times(12), arrival: times(20) },
] as unknown as Shipment['legs']
const alert = (severity: string, from: number, until: number | null) => ({
  severity,
  openedAt: new Date(at(from)).toISOString(),
  closedAt: until === null ? null : new Date(at(until)).toISOString(),
})
const alerts = [alert('warning', 2, 6), alert('critical', 3, 4)] as unknown as Shipment['alerts']
const shipment = { legs, alerts, state: 'delivered' as const }

test.each([
  [0, { mode: 'sea', state: 'info-received', severity: null }],
  [2, { mode: 'sea', state: 'in-transit', severity: 'warning' }],
  [3.5, { mode: 'sea', state: 'in-transit', severity: 'critical' }],
  [11, { mode: 'sea', state: 'in-transit', severity: null }],
  [12, { mode: 'road', state: 'in-transit', severity: null }],
  [20, { mode: 'road', state: 'delivered', severity: null }],
])('After %d hours it was carried and looked like %o.', (hours, looks) => {
  expect(journeyAt(shipment, at(hours))).toEqual(looks)
})

test('What has not arrived was not delivered, whatever it is called now.', () => {
  const [first] = legs
  const still = { ...shipment, legs: [{ ...first, arrival: times(null) }] as Shipment['legs'] }
  expect(journeyAt(still, at(99)).state).toBe('in-transit')
})

test('The clocks of a leg are those of its nearer end.', () => {
  expect(stopNear(legs, at(2), { lat: -20, lon: -40 })?.name).toBe('Santos')
  expect(stopNear(legs, at(9), { lat: 50, lon: 0 })?.name).toBe('Rotterdam')
  expect(stopNear(legs, at(13), { lat: 52, lon: 18 })?.name).toBe('Warszawa')
  expect(stopNear([], at(13), { lat: 52, lon: 18 })).toBeUndefined()
})
