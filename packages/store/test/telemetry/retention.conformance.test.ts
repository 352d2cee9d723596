import { temporaryDirectory } from '@lading/services/temporary-directory'
import { measurementNames, type Reading } from '@lading/shared/domain/reading'
import { openTelemetry } from '@lading/store/telemetry/open'
import { prepareTelemetry } from '@lading/store/telemetry/prepare'
import type { TelemetryStore } from '@lading/store/telemetry/telemetry-store'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayMs, expectedHours, hourMs } from './a-fleet.ts'
import { adapters } from './adapters.ts'

const minuteMs = 60_000

describe.each(adapters)('Old readings in $name', ({ open, missing }) => {
  describe.skipIf(missing)('on a real server', () => {
    let directory: Awaited<ReturnType<typeof temporaryDirectory>>
    let server: Awaited<ReturnType<typeof open>>
    let store: TelemetryStore
    // Thinning concerns all devices, so that each test has years of its own.
    let t0 = Date.UTC(1990, 0, 1)
    let number = 0

    beforeAll(async () => {
      directory = await temporaryDirectory()
      server = await open(directory.path)
      await prepareTelemetry(server.config)
      store = openTelemetry({ ...server.config, READING_DAYS: 10 })
    })
    afterAll(async () => {
      await store?.close()
      await server?.stop()
      await directory?.remove()
    })
    beforeEach(() => {
      t0 += 400 * dayMs
    })

    const newDevice = () => `device-${number++} of o'neil`
    const reading = (deviceId: string, offsetMs: number, measurements: Partial<Reading> = {}): Reading => {
      return { deviceId, recordedAtMs: t0 + offsetMs, receivedAtMs: t0 + offsetMs + 500, ...measurements }
    }
    const always = (deviceId: string) => ({ deviceId, fromMs: t0 - 50 * dayMs, untilMs: t0 + 300 * dayMs })
    /** As retention does it at a time after `t0`: ten days of readings, and whatever came in the last day. */
    const thin = (atMs: number) => store.thin({ recordedBeforeMs: t0 + atMs - 10 * dayMs, receivedBeforeMs: t0 + atMs - dayMs })
    const total = async (deviceId: string) => {
      const hours = await store.hours(always(deviceId))
      return hours.reduce((sum, { count }) => sum + count, await store.count(always(deviceId)))
    }

    test('Become hourly figures and go; younger ones stay.', async () => {
      const deviceId = newDevice()
      const old = [0, 20, 59, 60, 150].map((minute, at) =>
        reading(deviceId, minute * minuteMs, {
          temperatureC: at * 10 - 18.25,
          ...(at < 2 && { lat: 50 + at, lon: 4 }),
          ...(at === 1 && { speedKmh: 80, headingDeg: 0 }),
          ...(at === 4 && { shockG: 3 }),
        }),
      )
      const young = reading(deviceId, 3 * hourMs, { temperatureC: 5 })
      await store.write([...old, young])
      expect(await thin(10 * dayMs + 3 * hourMs + 30 * minuteMs)).toEqual({ outcome: 'thinned', readings: 5, hours: 3 })
      expect(await store.readings(always(deviceId))).toEqual([young])
      expect(await store.hours(always(deviceId))).toEqual(expectedHours(old))
    })

    test('Thinning again, and again later, changes no figure.', async () => {
      const deviceId = newDevice()
      const all = [0, 1, 2, 3].map((hour) => reading(deviceId, hour * hourMs, { batteryPct: 90 - hour }))
      await store.write(all)
      await thin(10 * dayMs + 2 * hourMs)
      const before = await store.hours(always(deviceId))
      expect(await thin(10 * dayMs + 2 * hourMs)).toEqual({ outcome: 'thinned', readings: 0, hours: 0 })
      expect(await store.hours(always(deviceId))).toEqual(before)
      await thin(12 * dayMs)
      expect(await store.hours(always(deviceId))).toEqual(expectedHours(all))
    })

    test('One that comes after its hour was thinned is neither lost nor put in place of the hour.', async () => {
      const deviceId = newDevice()
      const inTime = [0, 10, 20].map((minute) => reading(deviceId, minute * minuteMs, { temperatureC: 4, lat: 1, lon: 1 }))
      await store.write(inTime)
      await thin(11 * dayMs)
      const late = { ...reading(deviceId, 5 * minuteMs, { temperatureC: 20 }), receivedAtMs: t0 + 12 * dayMs }
      await store.write([late])
      await thin(12 * dayMs + hourMs)
      expect(await store.readings(always(deviceId))).toEqual([late])
      expect(await store.hours(always(deviceId))).toEqual(expectedHours(inTime))
      const other = reading(newDevice(), 2 * dayMs)
      await store.write([other])
      await thin(20 * dayMs)
      expect(await total(deviceId)).toBe(4)
      const [slice] = await store.series({ ...always(deviceId), fromMs: t0, untilMs: t0 + hourMs }, 'temperatureC', 1)
      expect(slice).toEqual({ atMs: t0, min: 4, mean: 8, max: 20, hourly: true })
    })

    test('One that came a moment ago stays, however old it is, and its hour is thinned without it.', async () => {
      const [deviceId, silent] = [newDevice(), newDevice()]
      const inTime = reading(deviceId, 0, { temperatureC: 4 })
      const late = { ...reading(deviceId, minuteMs, { temperatureC: 5 }), receivedAtMs: t0 + 11 * dayMs - 1000 }
      const alone = { ...reading(silent, 2 * minuteMs, { temperatureC: 6 }), receivedAtMs: t0 + 11 * dayMs - 1000 }
      await store.write([inTime, late, alone])
      await thin(11 * dayMs)
      expect(await store.hours(always(deviceId))).toEqual(expectedHours([inTime]))
      expect(await store.readings(always(deviceId))).toEqual([late])
      expect(await store.readings(always(silent))).toEqual([alone])
    })

    test('A track goes on with the last fix of each hour where the readings have gone.', async () => {
      const deviceId = newDevice()
      await store.write(
        [0, 30, 50, 70, 125].map((minute, at) =>
          reading(deviceId, minute * minuteMs, minute === 50 ? {} : { lat: 50 + at, lon: 4, speedKmh: 36, headingDeg: 90 }),
        ),
      )
      await thin(10 * dayMs + 2 * hourMs)
      const fix = (minute: number, lat: number) => ({ recordedAtMs: t0 + minute * minuteMs, lat, lon: 4, speedKmh: 36, headingDeg: 90 })
      const expected = [{ ...fix(30, 51), hourly: true }, { ...fix(70, 53), hourly: true }, fix(125, 54)]
      expect(await store.fixes(always(deviceId))).toEqual(expected)
      expect(await store.fixes(always(deviceId), 2)).toEqual(expected.slice(0, 2))
      expect(await store.fixes({ deviceId, fromMs: t0 + 31 * minuteMs, untilMs: t0 + 125 * minuteMs })).toEqual([expected[1]])
    })

    test('A series goes on with hourly figures, weighed by how many readings they stand for.', async () => {
      const deviceId = newDevice()
      const temperatures = [4, 4, 25, 4, 5, 5]
      await store.write(temperatures.map((temperatureC, at) => reading(deviceId, at * 30 * minuteMs, { temperatureC })))
      await thin(10 * dayMs + 2 * hourMs)
      const range = { deviceId, fromMs: t0, untilMs: t0 + 3 * hourMs }
      expect(await store.series(range, 'temperatureC', 3)).toEqual([
        { atMs: t0, min: 4, mean: 4, max: 4, hourly: true },
        { atMs: t0 + hourMs, min: 4, mean: 14.5, max: 25, hourly: true },
        { atMs: t0 + 2 * hourMs, min: 5, mean: 5, max: 5 },
      ])
      const [whole] = await store.series(range, 'temperatureC', 1)
      expect(whole).toEqual({ atMs: t0, min: 4, mean: expect.closeTo(47 / 6, 9), max: 25, hourly: true })
      expect(await store.series(range, 'humidityPct', 3)).toEqual([])
    })

    test('What is to be forgotten goes from readings and hourly figures alike, and the rest stays.', async () => {
      const [deviceId, late] = [newDevice(), newDevice()]
      const all = [0, 1, 2, 3].map((day) => reading(deviceId, day * dayMs, { temperatureC: day }))
      const justCame = { ...reading(late, 0, { temperatureC: 9 }), receivedAtMs: t0 + 30 * dayMs }
      await store.write([...all, justCame])
      await thin(12 * dayMs)
      const passing = { recordedBeforeMs: t0 + dayMs, receivedBeforeMs: t0 + 20 * dayMs }
      expect(await store.forget(passing)).toEqual({ outcome: 'forgotten' })
      expect(await store.hours(always(deviceId))).toEqual(expectedHours(all.slice(1, 2)))
      expect(await store.readings(always(deviceId))).toEqual(all.slice(2))
      expect(await store.readings(always(late))).toEqual([justCame])
      await store.forget({ recordedBeforeMs: t0 + 3 * dayMs, receivedBeforeMs: t0 + 40 * dayMs })
      expect(await store.hours(always(deviceId))).toEqual([])
      expect(await store.readings(always(deviceId))).toEqual(all.slice(3))
      expect(await store.readings(always(late))).toEqual([])
    })

    test('Whatever is written, in time or late, counts once: in the hours, or as a reading that is left.', async () => {
      const measurements = fc.record(
        Object.fromEntries(measurementNames.map((name) => [name, fc.integer({ min: -800, max: 800 }).map((tenths) => tenths / 10)])),
        { requiredKeys: [] },
      )
      const written = fc.record({
        device: fc.integer({ min: 0, max: 2 }),
        recordedMs: fc.integer({ min: 0, max: 3 * hourMs }),
        lateMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 13 * dayMs })),
        measurements,
      })
      const rounds = fc.array(fc.array(written, { maxLength: 30 }), { minLength: 1, maxLength: 3 })
      await fc.assert(
        fc.asyncProperty(rounds, async (batches) => {
          t0 += 400 * dayMs
          const devices = [newDevice(), newDevice(), newDevice()]
          const known = new Map<string, Reading>()
          for (const [round, batch] of batches.entries()) {
            const readings = batch.map(({ device, recordedMs, lateMs, measurements }): Reading => {
              const recordedAtMs = t0 + 4 * recordedMs + round // One of another round is another reading.
              const receivedAtMs = recordedAtMs + lateMs
              return { deviceId: devices[device] as string, recordedAtMs, receivedAtMs, ...measurements }
            })
            for (const each of readings) known.set(`${each.deviceId} ${each.recordedAtMs}`, each)
            await store.write(readings)
            await thin(10 * dayMs + (round + 1) * 3 * hourMs)
            await thin(10 * dayMs + (round + 1) * 3 * hourMs)
          }
          for (const deviceId of devices) {
            const all = [...known.values()].filter((each) => each.deviceId === deviceId)
            expect(await total(deviceId)).toBe(all.length)
          }
        }),
        { numRuns: 12 },
      )
    })
  })
})
