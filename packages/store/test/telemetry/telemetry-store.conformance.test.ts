import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { Reading } from '@lading/shared/domain/reading'
import { openTelemetry } from '@lading/store/telemetry/open'
import { prepareTelemetry } from '@lading/store/telemetry/prepare'
import { type TelemetryStore, TelemetryUnavailable } from '@lading/store/telemetry/telemetry-store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adapters } from './adapters.ts'

const t0 = Date.UTC(2026, 2, 1, 12)
let devices = 0
const newDevice = () => {
  devices += 1
  return `tracker-${devices}`
}
const reading = (deviceId: string, offsetMs: number, measurements: Partial<Reading> = {}): Reading => ({
  deviceId,
  recordedAtMs: t0 + offsetMs,
  receivedAtMs: t0 + offsetMs + 500,
  ...measurements,
})
const always = (deviceId: string) => ({ deviceId, fromMs: 0, untilMs: t0 + 1e10 })

describe.each(adapters)('Readings in $name', ({ open, missing }) => {
  describe.skipIf(missing)('on a real server', () => {
    let directory: Awaited<ReturnType<typeof temporaryDirectory>>
    let server: Awaited<ReturnType<typeof open>>
    let store: TelemetryStore

    beforeAll(async () => {
      directory = await temporaryDirectory()
      server = await open(directory.path)
      await prepareTelemetry(server.config)
      store = openTelemetry(server.config)
    })
    afterAll(async () => {
      await store.close()
      await server.stop()
      await directory.remove()
    })

    test('A reading comes back as it was written, with every measurement.', async () => {
      const full = reading(newDevice(), 0, {
        lat: -33.8568,
        lon: 151.2153,
        accuracyM: 4,
        altitudeM: 11.5,
        speedKmh: 0,
        headingDeg: 359.9,
        temperatureC: -18.25,
        humidityPct: 40,
        shockG: 0.1,
        lightLux: 1e-7,
        pressureHpa: 1013.25,
        batteryPct: 100,
      })
      expect(await store.write([full])).toEqual([])
      expect(await store.readings(always(full.deviceId))).toEqual([full])
    })

    test('A reading without a measurement is a sign of life and is kept.', async () => {
      const bare = reading(newDevice(), 0)
      expect(await store.write([bare])).toEqual([])
      expect(await store.readings(always(bare.deviceId))).toEqual([bare])
      expect(await store.count(always(bare.deviceId))).toBe(1)
    })

    test('Writing the same readings again changes nothing.', async () => {
      const deviceId = newDevice()
      const batch = [0, 1000, 2000].map((offset) => reading(deviceId, offset, { lat: 1, lon: 2, temperatureC: offset / 1000 }))
      await store.write(batch)
      await store.write(batch)
      expect(await store.readings(always(deviceId))).toEqual(batch)
      expect(await store.count(always(deviceId))).toBe(3)
    })

    test('Other measurements of the same instant are added, the later value of the same one wins.', async () => {
      const deviceId = newDevice()
      await store.write([reading(deviceId, 0, { temperatureC: 4, humidityPct: 50 })])
      await store.write([reading(deviceId, 0, { humidityPct: 55, batteryPct: 80 })])
      expect(await store.readings(always(deviceId))).toEqual([reading(deviceId, 0, { temperatureC: 4, humidityPct: 55, batteryPct: 80 })])
    })

    test('Two parts of one reading in the same batch become one.', async () => {
      const deviceId = newDevice()
      await store.write([reading(deviceId, 0, { temperatureC: 4 }), reading(deviceId, 0, { batteryPct: 80 })])
      expect(await store.readings(always(deviceId))).toEqual([reading(deviceId, 0, { temperatureC: 4, batteryPct: 80 })])
    })

    test('Readings written out of order are read oldest first, up to the limit.', async () => {
      const deviceId = newDevice()
      await store.write([3000, 1000, 2000].map((offset) => reading(deviceId, offset, { batteryPct: 1 })))
      const times = (await store.readings(always(deviceId))).map(({ recordedAtMs }) => recordedAtMs - t0)
      expect(times).toEqual([1000, 2000, 3000])
      expect((await store.readings(always(deviceId), 2)).map(({ recordedAtMs }) => recordedAtMs - t0)).toEqual([1000, 2000])
    })

    test('A range includes its beginning and not its end, to the millisecond.', async () => {
      const deviceId = newDevice()
      await store.write([-1, 0, 999, 1000].map((offset) => reading(deviceId, offset, { lat: 1, lon: 1 })))
      const range = { deviceId, fromMs: t0, untilMs: t0 + 1000 }
      expect((await store.readings(range)).map(({ recordedAtMs }) => recordedAtMs - t0)).toEqual([0, 999])
      expect((await store.fixes(range)).map(({ recordedAtMs }) => recordedAtMs - t0)).toEqual([0, 999])
      expect(await store.count(range)).toBe(2)
    })

    test('A track has the reports with a position, and the limit counts only those.', async () => {
      const deviceId = newDevice()
      await store.write([
        reading(deviceId, 0, { temperatureC: 5 }),
        reading(deviceId, 1000, { lat: -90, lon: -180, speedKmh: 12, headingDeg: 0 }),
        reading(deviceId, 2000, { temperatureC: 6 }),
        reading(deviceId, 3000, { lat: 1.5, lon: 2.5 }),
        reading(deviceId, 4000, { lat: 2, lon: 3 }),
      ])
      expect(await store.fixes(always(deviceId), 2)).toEqual([
        { recordedAtMs: t0 + 1000, lat: -90, lon: -180, speedKmh: 12, headingDeg: 0 },
        { recordedAtMs: t0 + 3000, lat: 1.5, lon: 2.5 },
      ])
    })

    test('A short excursion survives downsampling as the extreme of its slice.', async () => {
      const deviceId = newDevice()
      const values = [4, 4, 25, 4, 5, 5, 5, 5]
      await store.write(values.map((temperatureC, at) => reading(deviceId, at * 1000 + 137, { temperatureC })))
      const slices = await store.series({ deviceId, fromMs: t0 + 137, untilMs: t0 + 137 + 8000 }, 'temperatureC', 2)
      expect(slices).toEqual([
        { atMs: t0 + 137, min: 4, mean: 9.25, max: 25 },
        { atMs: t0 + 4137, min: 5, mean: 5, max: 5 },
      ])
    })

    test('Slices without a value are left out.', async () => {
      const deviceId = newDevice()
      await store.write([
        reading(deviceId, 0, { shockG: 1 }),
        reading(deviceId, 5000, { batteryPct: 7 }),
        reading(deviceId, 9000, { shockG: 3 }),
      ])
      const slices = await store.series({ deviceId, fromMs: t0, untilMs: t0 + 10_000 }, 'shockG', 10)
      expect(slices.map(({ atMs, max }) => [atMs - t0, max])).toEqual([
        [0, 1],
        [9000, 3],
      ])
    })

    test('A device that never reported has nothing, and that is no error.', async () => {
      expect(await store.readings(always('nobody'))).toEqual([])
      expect(await store.fixes(always('nobody'))).toEqual([])
      expect(await store.series(always('nobody'), 'temperatureC', 10)).toEqual([])
      expect(await store.count(always('nobody'))).toBe(0)
      expect(await store.write([])).toEqual([])
    })

    test.each([
      'phone of ann',
      'a,b=c d',
      'user:device-1._x',
      `o'neil"s`,
      'Überseecontainer 箱 🚢',
      "x' OR 'a'='a",
      "'; DROP MEASUREMENT reading --",
      '{1,NULL}',
    ])('The device named %s is told from all others.', async (deviceId) => {
      const mine = reading(deviceId, 0, { lat: 1, lon: 2 })
      expect(await store.write([mine, reading(newDevice(), 0, { lat: 3, lon: 4 })])).toEqual([])
      expect(await store.readings(always(deviceId))).toEqual([mine])
      expect(await store.count(always(deviceId))).toBe(1)
    })

    test.each([
      ['a line break in the name', { deviceId: 'a b=1\nreading,device=victim lat=0' }],
      ['a backslash at the end of the name', { deviceId: 'a\\' }],
      ['a measurement that is not a number', { temperatureC: Number.NaN }],
      ['an infinite measurement', { speedKmh: Number.POSITIVE_INFINITY }],
      ['a fraction of a millisecond', { recordedAtMs: t0 + 0.5 }],
    ])('A reading with %s is refused, the rest is stored.', async (_, wrong) => {
      const deviceId = newDevice()
      const good = [0, 1000, 2000].map((offset) => reading(deviceId, offset, { batteryPct: 50 }))
      const bad = { ...reading(deviceId, 9000, { batteryPct: 50 }), ...wrong }
      const refused = await store.write([good[0] as Reading, bad, ...good.slice(1)])
      expect(refused.map((refusal) => refusal.reading)).toEqual([bad])
      expect(refused[0]?.detail).not.toBe('')
      expect(await store.readings(always(deviceId))).toEqual(good)
      expect(await store.count(always('victim'))).toBe(0)
    })

    test('While the server is away writes and questions say so, and work again once it is back.', async () => {
      const deviceId = newDevice()
      const before = reading(deviceId, 0, { batteryPct: 1 })
      const after = reading(deviceId, 1000, { batteryPct: 2 })
      await store.write([before])
      await server.stop()
      await expect(store.write([after])).rejects.toBeInstanceOf(TelemetryUnavailable)
      await expect(store.readings(always(deviceId))).rejects.toBeInstanceOf(TelemetryUnavailable)
      await expect(store.ping()).rejects.toBeInstanceOf(TelemetryUnavailable)
      await server.start()
      await store.ping()
      expect(await store.write([after])).toEqual([])
      expect(await store.readings(always(deviceId))).toEqual([before, after])
    })
  })
})
