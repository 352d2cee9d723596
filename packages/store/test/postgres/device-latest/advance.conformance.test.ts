import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { Reading } from '@lading/shared/domain/reading'
import { keepDeadLetters } from '@lading/store/postgres/dead-letter/keep'
import { knownDeviceIds } from '@lading/store/postgres/device/known-ids'
import { advanceLatest } from '@lading/store/postgres/device-latest/advance'
import { keepDoubts } from '@lading/store/postgres/device-latest/keep-doubts'
import { recallDevices } from '@lading/store/postgres/device-latest/recall'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { deadLetter, device, deviceLatest } from '@lading/store/postgres/schema/index'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let server: Awaited<ReturnType<typeof startPostgres>>
let database: Database
beforeAll(async () => {
  directory = await temporaryDirectory()
  server = await startPostgres({ directory: directory.path })
  await migrateDatabase(server.url)
  database = openDatabase(server.url)
})
afterAll(async () => {
  await database.close()
  await server.stop()
  await directory.remove()
})

const t0 = Date.UTC(2026, 4, 1)
const reading = (deviceId: string, minute: number, measurements: Partial<Reading>): Reading => ({
  deviceId,
  recordedAtMs: t0 + minute * 60_000,
  receivedAtMs: t0 + minute * 60_000 + 700,
  ...measurements,
})
const latest = async (deviceId: string) => (await database.db.select().from(deviceLatest).where(eq(deviceLatest.deviceId, deviceId)))[0]
const advance = (...readings: Reading[]) => advanceLatest(database.sql, readings)

describe('The latest state of a device', () => {
  test('is its first reading, and whoever asked learns that it moved.', async () => {
    const moved = await advance(reading('first', 0, { lat: 1, lon: 2, speedKmh: 3, temperatureC: 4 }))
    expect(moved).toEqual([{ deviceId: 'first', lat: 1, lon: 2, recordedAtMs: t0, speedKmh: 3 }])
    expect(await latest('first')).toMatchObject({
      lat: 1,
      lon: 2,
      speedKmh: 3,
      temperatureC: 4,
      batteryPct: null,
      positionAt: new Date(t0),
    })
  })

  test('is never overwritten by an older fix.', async () => {
    await advance(reading('late', 10, { lat: 10, lon: 10, batteryPct: 50 }))
    const moved = await advance(reading('late', 5, { lat: 5, lon: 5, batteryPct: 60 }))
    expect(moved).toEqual([])
    expect(await latest('late')).toMatchObject({ lat: 10, lon: 10, batteryPct: 50, recordedAt: new Date(t0 + 600_000) })
  })

  test('keeps the newest position when newer readings have none.', async () => {
    await advance(reading('mixed', 0, { lat: 1, lon: 1 }))
    expect(await advance(reading('mixed', 10, { temperatureC: -18 }))).toEqual([])
    // Older than the newest reading, newer than the newest position.
    expect(await advance(reading('mixed', 5, { lat: 2, lon: 2, temperatureC: 30 }))).toHaveLength(1)
    expect(await latest('mixed')).toMatchObject({
      lat: 2,
      lon: 2,
      temperatureC: -18,
      positionAt: new Date(t0 + 300_000),
      recordedAt: new Date(t0 + 600_000),
    })
  })

  test('takes from a late reading what nothing newer has said.', async () => {
    await advance(reading('gap', 10, { temperatureC: 5 }))
    await advance(reading('gap', 0, { batteryPct: 90, temperatureC: 9 }))
    expect(await latest('gap')).toMatchObject({ temperatureC: 5, batteryPct: 90 })
  })

  test('is the same whatever order a batch is in, and however often it is delivered.', async () => {
    const batch = [
      reading('order', 2, { lat: 2, lon: 2 }),
      reading('order', 3, { batteryPct: 30 }),
      reading('order', 1, { lat: 1, lon: 1, batteryPct: 31, humidityPct: 7 }),
    ]
    await advance(...batch)
    const once = await latest('order')
    expect(once).toMatchObject({ lat: 2, lon: 2, batteryPct: 30, humidityPct: 7 })
    await advance(...batch.toReversed())
    for (const one of batch) await advance(one)
    expect(await latest('order')).toEqual(once)
  })

  test('of many devices is written by two processes at once without either waiting for ever.', async () => {
    const ids = Array.from({ length: 500 }, (_, at) => `crowd-${at}`)
    const batch = (minute: number) => ids.map((id) => reading(id, minute, { lat: minute, lon: minute }))
    await Promise.all(Array.from({ length: 12 }, (_, minute) => advance(...(minute % 2 ? batch(minute) : batch(minute).reverse()))))
    expect(await latest('crowd-77')).toMatchObject({ lat: 11, lon: 11 })
  })
})

test('A dead letter that comes again is kept once and counted, whatever is in it.', async () => {
  const letter = {
    id: '5a0a3e2e-29a5-4b0b-9d7c-0f7ad3d6b9aa',
    receivedAt: new Date(t0),
    topic: 'lading/v1/x/telemetry',
    payload: Buffer.from([0, 255, 1]),
    reason: 'not-json',
    detail: 'NUL \u0000 and half a pair \ud800',
    deviceId: 'x',
    whole: true,
  }
  await keepDeadLetters(database.db, [letter])
  await keepDeadLetters(database.db, [{ ...letter, receivedAt: new Date(t0 + 5_000) }, letter, { ...letter, times: 3 }])
  const kept = await database.db.select().from(deadLetter)
  expect(kept).toHaveLength(1)
  expect(kept[0]).toMatchObject({ payload: letter.payload, times: 6, receivedAt: new Date(t0 + 5_000) })
})

test('Processes that keep the same dead letters at once, in any order, do not stop each other.', async () => {
  const letters = Array.from({ length: 800 }, (_, at) => ({
    id: `00000000-0000-8000-8000-${String(at).padStart(12, '0')}`,
    receivedAt: new Date(t0),
    topic: 'spBv1.0/port/NDATA/crane-1',
    payload: Buffer.from([at]),
    reason: 'not-decoded',
    whole: true,
  }))
  await Promise.all(Array.from({ length: 6 }, (_, at) => keepDeadLetters(database.db, at % 2 ? letters : letters.toReversed())))
  const kept = await database.db.select({ times: deadLetter.times }).from(deadLetter).where(eq(deadLetter.reason, 'not-decoded'))
  expect([kept.length, new Set(kept.map(({ times }) => times))]).toEqual([800, new Set([6])])
})

test('Only registered devices are known.', async () => {
  await database.db.insert(device).values({ id: 'known', secretHash: '', reportIntervalS: 60, registeredAt: new Date(t0) })
  expect(await knownDeviceIds(database.sql, ['known', 'stranger', `quote'"\\`])).toEqual(new Set(['known']))
  expect(await knownDeviceIds(database.sql, [])).toEqual(new Set())
})

describe('What is known of a device', () => {
  test('is its latest fix to the digit and the millisecond; of one that never reported there is nothing.', async () => {
    await advance(reading('recalled', 0, { lat: 1.123_456_789, lon: -2, speedKmh: 3 }), reading('recalled', 1, { batteryPct: 5 }))
    await advance(reading('without-fix', 0, { batteryPct: 5 }))
    expect(await recallDevices(database.sql, ['recalled', 'without-fix', 'never "heard\\'])).toEqual(
      new Map([
        ['recalled', { recordedAtMs: t0 + 60_000, fix: { atMs: t0, lat: 1.123_456_789, lon: -2, speedKmh: 3 } }],
        ['without-fix', { recordedAtMs: t0 }],
      ]),
    )
  })

  test('includes the newest doubt, whatever the order in which doubts come.', async () => {
    await advance(reading('doubted', 0, { lat: 1, lon: 2 }))
    for (const minute of [2, 3, 1])
      await keepDoubts(database.sql, new Map([['doubted', { atMs: t0 + minute * 60_000 + 7, lat: minute, lon: 9 }]]))
    const past = (await recallDevices(database.sql, ['doubted'])).get('doubted')
    expect(past?.doubted).toEqual({ atMs: t0 + 3 * 60_000 + 7, lat: 3, lon: 9 })
  })
})
