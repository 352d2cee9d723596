import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { giveFeedback } from '@lading/store/postgres/consumer/give-feedback'
import { keepDeadLetters } from '@lading/store/postgres/dead-letter/keep'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import { findTrackingLink } from '@lading/store/postgres/tracking-link/find'
import { createPostgresTelemetry } from '@lading/store/telemetry/postgres/store'
import type { TelemetryStore } from '@lading/store/telemetry/telemetry-store'
import { createRetainJob, type Retained } from '@lading/workers/jobs/retain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { antwerp, felixstowe, leg } from '../a-journey.ts'

const dayMs = 24 * 3_600_000
// Platform time runs ahead of wall time here, so that one cannot stand in for the other.
const wallNow = new Date(Date.UTC(2026, 5, 1))
const platformNow = new Date(Date.UTC(2031, 5, 1))
const always = { deviceId: 'van-1', fromMs: 0, untilMs: platformNow.getTime() }

const closers: (() => Promise<unknown>)[] = []
let database: Database
let telemetry: TelemetryStore
let retained: Retained[]
let impossible: string[]

beforeAll(async () => {
  const directory = await temporaryDirectory()
  closers.push(directory.remove)
  const postgres = await startPostgres({ directory: directory.path })
  closers.push(postgres.stop)
  await migrateDatabase(postgres.url)
  database = openDatabase(postgres.url, { connections: 4 })
  closers.push(database.close)
  telemetry = createPostgresTelemetry(database.sql)
})
afterAll(async () => {
  for (const close of closers.reverse()) await close()
})
beforeEach(async () => {
  retained = []
  impossible = []
  await database.sql`truncate reading, reading_hourly, dead_letter, app_user, shipment cascade`
})

type Given = { telemetry?: Pick<TelemetryStore, 'thin' | 'forget'>; readingDays?: number; hourlyDays?: number; quoteDays?: number }

const retain = (given: Given = {}) =>
  createRetainJob({
    database,
    telemetry,
    clock: { now: () => platformNow },
    wallClock: { now: () => wallNow },
    readingDays: 90,
    hourlyDays: 365,
    deadLetterDays: 30,
    contactDays: 30,
    quoteDays: 90,
    stopping: new AbortController().signal,
    onRetained: (counts) => retained.push(counts),
    onImpossible: (why) => impossible.push(why),
    ...given,
  })()

const readingOf = (daysAgo: number) => {
  const recordedAtMs = platformNow.getTime() - daysAgo * dayMs
  return { deviceId: 'van-1', recordedAtMs, receivedAtMs: recordedAtMs, temperatureC: daysAgo }
}
const aShipment = async () => {
  for (const place of [antwerp, felixstowe])
    await putLocation(database.db, { ...place, kind: 'port', name: place.code, country: 'BE', zone: 'Europe/Brussels' })
  const { plannedDeparture, plannedArrival } = leg(1, 'sea', antwerp, felixstowe, [2, 12])
  const only = {
    mode: 'sea',
    carrier: 'Example Lines',
    origin: antwerp.code,
    destination: felixstowe.code,
    plannedDeparture: plannedDeparture.toISOString(),
    plannedArrival: plannedArrival.toISOString(),
  } as const
  return createShipment(database.db, { incoterm: 'FOB', incotermPlace: 'Antwerp', parties: [], items: [], legs: [only] }, wallNow)
}
const nothing: Retained = { readings: 0, hours: 0, deadLetters: 0, sessions: 0, trackingLinks: 0, recipients: 0, wishes: 0, quotes: 0 }
const daysLeft = async () => (await telemetry.readings(always)).map(({ temperatureC }) => temperatureC)
const hoursLeft = async () => (await telemetry.hours(always)).map(({ conditions }) => conditions.temperatureC?.mean)

test('Readings are thinned after their days of platform time, and hourly figures go after theirs.', async () => {
  await telemetry.write([400, 364, 91, 89, 1].map(readingOf))
  await retain()
  expect(await daysLeft()).toEqual([89, 1])
  expect(await hoursLeft()).toEqual([364, 91])
  expect(retained).toEqual([{ ...nothing, readings: 2, hours: 2 }])
  await retain({ readingDays: 90, hourlyDays: 100 })
  expect(await hoursLeft()).toEqual([91])
})

test('For ever is for ever: nothing is thinned or forgotten, or nothing is forgotten.', async () => {
  await telemetry.write([4000, 91].map(readingOf))
  await retain({ readingDays: 0, hourlyDays: 365 })
  expect(await daysLeft()).toEqual([4000, 91])
  await retain({ hourlyDays: 0 })
  expect(await hoursLeft()).toEqual([4000, 91])
})

test('Sessions and links that have ended go, and old dead letters, all by wall time; the others stay.', async () => {
  const { sql } = database
  const [user] = await sql`insert into app_user (email, name, role, password_hash) values ('a@b.example', 'A', 'viewer', 'x') returning id`
  for (const [name, ms] of [
    ['ended', -1],
    ['lasts', dayMs],
  ] as const) {
    const expiresAt = new Date(wallNow.getTime() + ms).toISOString()
    await sql`insert into session (token_hash, user_id, expires_at) values (${name}, ${user?.id ?? null}, ${expiresAt})`
  }
  const shipmentId = await aShipment()
  const dayBefore = new Date(wallNow.getTime() - dayMs - 1)
  const ended = await createTrackingLink(database.db, shipmentId, 1, { now: dayBefore })
  const lasting = await createTrackingLink(database.db, shipmentId, 2, { now: dayBefore })
  const letter = (id: string, daysAgo: number) => {
    const receivedAt = new Date(wallNow.getTime() - daysAgo * dayMs)
    return { id, receivedAt, topic: 't', payload: Buffer.from('x'), whole: true, reason: 'not-json' }
  }
  await keepDeadLetters(database.db, [letter(crypto.randomUUID(), 31), letter(crypto.randomUUID(), 29)])
  await retain()
  expect(retained).toEqual([{ ...nothing, deadLetters: 1, sessions: 1, trackingLinks: 1 }])
  expect((await sql`select token_hash from session`).map((row) => row.token_hash)).toEqual(['lasts'])
  expect(await findTrackingLink(database.db, ended.token, dayBefore)).toBeUndefined()
  expect(await findTrackingLink(database.db, lasting.token, dayBefore)).toBe(shipmentId)
})

test('By what a recipient was known, and what one said, goes when the journey has been over for its days; that one liked it stays.', async () => {
  const { db, sql } = database
  const over = await aShipment()
  const justOver = await aShipment()
  const underWay = await aShipment()
  for (const id of [over, justOver, underWay]) {
    await sql`insert into shipment_contact (shipment_id, email_hash) values (${id}, 'x')`
    await giveFeedback(db, id, { rating: 'up', comment: 'Leave it with Willemijn.' }, wallNow)
    const changedAt = new Date(platformNow.getTime() - (id === justOver ? 29 : 31) * dayMs).toISOString()
    await sql`update shipment set state = ${id === underWay ? 'in-transit' : 'delivered'}, updated_at = ${changedAt} where id = ${id}`
  }
  await retain()
  expect(retained).toEqual([{ ...nothing, recipients: 1 }])
  const left = await sql`
    select shipment.id, email_hash, rating, comment from shipment
    join tracking_feedback feedback on feedback.shipment_id = shipment.id left join shipment_contact c on c.shipment_id = shipment.id`
  const said = { email_hash: 'x', rating: 'up', comment: 'Leave it with Willemijn.' }
  expect(Object.fromEntries(left.map(({ id, ...rest }) => [id, rest]))).toEqual({
    [over]: { email_hash: null, rating: 'up', comment: null },
    [justOver]: said,
    [underWay]: said,
  })
})

test('While one process thins, another one leaves readings alone, and takes its turn afterwards.', async () => {
  await telemetry.write([readingOf(91)])
  let thinning = 0
  const during: Retained[] = []
  const slow: Given['telemetry'] = {
    forget: async () => ({ outcome: 'forgotten' }),
    thin: async () => {
      thinning++
      await retain()
      during.push(...retained)
      return { outcome: 'thinned', readings: 0, hours: 0 }
    },
  }
  await retain({ telemetry: slow })
  expect([thinning, during]).toEqual([1, [nothing]])
  expect(await daysLeft()).toEqual([91])
  await retain()
  expect(await daysLeft()).toEqual([])
})

test('A database that cannot let readings go is reported with its reason, and the rest is done all the same.', async () => {
  const unable = { outcome: 'impossible', why: 'it deletes nothing' } as const
  await retain({ telemetry: { thin: async () => unable, forget: async () => unable } })
  expect(impossible).toEqual(['it deletes nothing'])
  expect(retained).toEqual([nothing])
})

test('Quotes that expired long ago go, those that duties were asked by stay, and so do the rules.', async () => {
  const [old, taken, recent] = ['1', '2', '3'].map((end) => `00000000-0000-4000-8000-00000000000${end}`) as [string, string, string]
  const shipmentId = await aShipment()
  const daysAgo = (days: number) => new Date(platformNow.getTime() - days * dayMs).toISOString()
  await database.sql`insert into quoted_rule (hash, rule) values ('\\x00', '{}')`
  for (const [id, days] of [
    [old, 91],
    [taken, 91],
    [recent, 89],
  ] as const)
    await database.sql`insert into landed_cost_quote (id, made_at, valid_until, request, cost, rule_ids)
      values (${id}, ${daysAgo(days + 1)}, ${daysAgo(days)}, '{}', '{}', '{1}')`
  await database.sql`insert into duty_bill (shipment_id, currency, lines, total, quote_id, recorded_at)
    values (${shipmentId}, 'EUR', '[]', 0, ${taken}, now())`
  await retain({ quoteDays: 0 })
  await retain()
  expect(retained.map(({ quotes }) => quotes)).toEqual([0, 1])
  const left = await database.sql<{ id: string }[]>`select id from landed_cost_quote order by id`
  expect(left.map(({ id }) => id)).toEqual([taken, recent])
  expect(await database.sql`select id from quoted_rule`).toHaveLength(1)
})
