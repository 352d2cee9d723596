import type { Reading } from '@lading/shared/domain/reading'
import type { TrackedDevice, TrackedShipment } from '@lading/store/postgres/tracking/tracked-shipment'
import type { DeviceRange, TelemetryStore } from '@lading/store/telemetry/telemetry-store'
import { readEarlierFixes, readEvidence } from '@lading/workers/jobs/evidence'
import { hourMs } from '@lading/workers/models/fix'
import { describe, expect, test } from 'vitest'
import { at, positionAt, startMs, threeLegs } from '../a-journey.ts'

const device = (deviceId: string, from: Date, until: Date | null = null): TrackedDevice => ({
  deviceId,
  from,
  until,
  reportIntervalS: 60,
  lastRecordedAt: null,
})

const shipment = (some: Partial<TrackedShipment> = {}): TrackedShipment => ({
  id: 's-1',
  trackingNumber: 'T-1',
  state: 'in-transit',
  saidState: null,
  promisedAt: null,
  limits: { temperatureMinC: null, temperatureMaxC: null, shockMaxG: null },
  position: null,
  progress: 0,
  eta: null,
  keptEta: null,
  trackedUntil: null,
  createdAt: at(-1),
  updatedAt: at(0),
  customs: [],
  legs: threeLegs(),
  devices: [device('a', at(0))],
  openAlerts: [],
  visits: [],
  ...some,
})

/** Devices that report every `everyMs`, wherever `place` says, from the start on. */
const reporting = (everyMs: number, untilMs: number, place = (_ms: number) => ({ lat: 50, lon: 4 })) => {
  const asked: DeviceRange[] = []
  const readings = async (range: DeviceRange, limit = Number.POSITIVE_INFINITY): Promise<Reading[]> => {
    asked.push(range)
    const found: Reading[] = []
    const firstMs = startMs + Math.max(0, Math.ceil((range.fromMs - startMs) / everyMs)) * everyMs
    for (let ms = firstMs; ms < Math.min(range.untilMs, untilMs) && found.length < limit; ms += everyMs)
      found.push({ deviceId: range.deviceId, recordedAtMs: ms, receivedAtMs: ms, ...place(ms) })
    return found
  }
  const fixes: TelemetryStore['fixes'] = async (range, limit) =>
    (await readings(range, limit)).map(({ recordedAtMs, lat = 0, lon = 0 }) => ({ recordedAtMs, lat, lon }))
  return { asked, telemetry: { readings, fixes } as unknown as TelemetryStore }
}

const followAll = async (telemetry: TelemetryStore, devices: TrackedDevice[], now: Date) => {
  const seen = new Set<string>()
  let state = shipment({ devices })
  for (let rounds = 1; rounds <= 60; rounds++) {
    const { readings, complete } = await readEvidence(telemetry, state, now)
    for (const { deviceId, recordedAtMs } of readings) seen.add(`${deviceId} ${recordedAtMs}`)
    const newest = Math.max(...readings.map(({ recordedAtMs }) => recordedAtMs))
    state = { ...state, trackedUntil: new Date(newest) }
    if (complete) return { seen: seen.size, rounds }
  }
  throw new Error('It never came to an end')
}

describe('what a shipment is followed by', () => {
  test('At first everything since its device was assigned; later what is new and two hours more.', async () => {
    const { telemetry, asked } = reporting(60_000, at(10).getTime())
    await readEvidence(telemetry, shipment({ devices: [device('a', at(3))] }), at(10))
    await readEvidence(telemetry, shipment({ devices: [device('a', at(3))], trackedUntil: at(9) }), at(10))
    expect(asked.map(({ fromMs }) => (fromMs - startMs) / hourMs)).toEqual([3, 7])
  })

  test('Of a device that reports seldom several reports are looked at.', async () => {
    const { telemetry, asked } = reporting(hourMs, at(20).getTime())
    await readEvidence(telemetry, shipment({ devices: [{ ...device('a', at(0)), reportIntervalS: 3600 }], trackedUntil: at(19) }), at(20))
    expect(asked.map(({ fromMs }) => (fromMs - startMs) / hourMs)).toEqual([11])
  })

  test('Each device speaks only while it is assigned, and what several say comes in order.', async () => {
    const { telemetry } = reporting(hourMs, at(10).getTime())
    const { readings } = await readEvidence(telemetry, shipment({ devices: [device('b', at(5)), device('a', at(1), at(5))] }), at(10))
    expect(readings.map(({ deviceId, recordedAtMs }) => `${deviceId}${(recordedAtMs - startMs) / hourMs}`)).toEqual([
      'a1',
      'a2',
      'a3',
      'a4',
      'b5',
      'b6',
      'b7',
      'b8',
      'b9',
    ])
  })

  test('A long backlog is followed in rounds, and nothing is passed over.', async () => {
    const hours = 48
    const { telemetry } = reporting(2_000, at(hours).getTime())
    expect(await followAll(telemetry, [device('a', at(0))], at(hours))).toMatchObject({ seen: (hours * 3600) / 2 })
  })

  test('Nor where one device has much more to tell than another.', async () => {
    const { telemetry } = reporting(2_000, at(24).getTime())
    const { seen } = await followAll(telemetry, [device('a', at(0)), device('b', at(20))], at(24))
    expect(seen).toBe((24 * 3600) / 2 + (4 * 3600) / 2)
  })

  test('A device that reports ten times a second is followed to its end rather than in circles.', async () => {
    const { telemetry } = reporting(100, at(4).getTime())
    expect(await followAll(telemetry, [device('a', at(0))], at(4))).toMatchObject({ seen: 4 * 36_000 })
  })
})

describe('older fixes', () => {
  const legs = threeLegs().map((leg, index) => (index === 0 ? { ...leg, actualDeparture: at(2) } : leg))

  test('They are asked for when the goods seem to stand still on a leg.', async () => {
    const still = positionAt(legs, 6)
    const { telemetry } = reporting(hourMs / 2, at(20).getTime(), () => still)
    const state = shipment({ legs, trackedUntil: at(20) })
    const { readings } = await readEvidence(telemetry, state, at(20))
    const fixes = await readEarlierFixes(telemetry, state, readings, at(20))
    expect(fixes.at(0)?.atMs).toBe(at(2).getTime())
    expect(fixes.at(-1)?.atMs).toBeLessThan(readings[0]?.recordedAtMs ?? 0)
  })

  test('They are not while goods move, nor when an alert knows already.', async () => {
    const moving = reporting(hourMs / 2, at(8).getTime(), (ms) => positionAt(legs, (ms - startMs) / hourMs))
    const state = shipment({ legs, trackedUntil: at(8) })
    const { readings } = await readEvidence(moving.telemetry, state, at(8))
    expect(await readEarlierFixes(moving.telemetry, state, readings, at(8))).toEqual([])

    const standing = reporting(hourMs / 2, at(20).getTime(), () => positionAt(legs, 6))
    const open = {
      id: 'a',
      kind: 'stalled' as const,
      severity: 'warning' as const,
      message: '',
      facts: {},
      version: 1,
      snoozedUntil: null,
      resolvedAt: null,
      setAside: null,
      openedAt: at(19),
    }
    const known = shipment({ legs, trackedUntil: at(20), openAlerts: [open] })
    const { readings: still } = await readEvidence(standing.telemetry, known, at(20))
    expect(await readEarlierFixes(standing.telemetry, known, still, at(20))).toEqual([])
  })
})
