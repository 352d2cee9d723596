import { createArrivalModel } from '@lading/models/arrival/arrival-model'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { CustomsEventState } from '@lading/shared/domain/customs-entry'
import { etaChanges } from '@lading/shared/domain/eta-changes'
import type { Reading } from '@lading/shared/domain/reading'
import { latestClearances } from '@lading/store/postgres/clearance-outcome/read'
import { putEntry } from '@lading/store/postgres/customs/put-entry'
import { recordCustomsEvent } from '@lading/store/postgres/customs/record-event'
import { putFigures } from '@lading/store/postgres/customs-figures/put'
import { putOffice } from '@lading/store/postgres/customs-office/put'
import { registerDevice } from '@lading/store/postgres/device/register'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { accuracyOf } from '@lading/store/postgres/prediction-score/accuracy'
import { clearancePrediction } from '@lading/store/postgres/schema/index'
import { changeShipment } from '@lading/store/postgres/shipment/change'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { loadTracking } from '@lading/store/postgres/tracking/load'
import { openTelemetry } from '@lading/store/telemetry/open'
import { createFollow } from '@lading/workers/jobs/follow'
import { createScoreJob } from '@lading/workers/jobs/score'
import { createClearanceKnowledge } from '@lading/workers/training/clearance-knowledge'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { antwerp, at, daventry, door, felixstowe, positionAt, threeLegs } from './a-journey.ts'

const closers: (() => Promise<unknown>)[] = []
let database: Database
let telemetry: ReturnType<typeof openTelemetry>
let follow: (id: string) => Promise<void>
let hours = 0
const clock = { now: () => at(hours) }

beforeAll(async () => {
  const directory = await temporaryDirectory()
  closers.push(directory.remove)
  const postgres = await startPostgres({ directory: directory.path })
  closers.push(postgres.stop)
  await migrateDatabase(postgres.url)
  database = openDatabase(postgres.url, { connections: 5 })
  closers.push(database.close)
  telemetry = openTelemetry({ POSTGRES_URL: postgres.url, INFLUX_DATABASE: 'lading' } as Parameters<typeof openTelemetry>[0], { database })
  const places = { BEANR: 'port', GBFXT: 'port', 'DAVENTRY-DC': 'warehouse', CONSIGNEE: 'address' } as const
  for (const place of [antwerp, felixstowe, daventry, door])
    await putLocation(database.db, { ...place, kind: places[place.code as keyof typeof places], name: place.code, zone: 'Europe/London' })
  await putFigures(database.db, [{ country: 'GB', year: 2020, borderHours: 20, documentHours: 10, customsScore: 3.7 }], 'a table', at(-100))
  const day: [string, string][] = [['07:00', '19:00']]
  await putOffice(database.db, { code: 'GBFXT', hours: { mon: day, tue: day, wed: day, thu: day, fri: day }, closedOnHolidays: true })
  const deps = { db: database.db, telemetry, clock, live: { shipment: () => {}, alerts: () => {} } }
  follow = createFollow({
    ...deps,
    arrival: async () => createArrivalModel({ families: {} }),
    clearance: createClearanceKnowledge({ db: database.db }),
  })
})
afterAll(async () => {
  for (const close of closers.reverse()) await close()
})

const newShipment = async (deviceId: string, promised: number) => {
  await registerDevice(database.db, { id: deviceId, reportIntervalS: 600 }, at(-10))
  return createShipment(
    database.db,
    {
      ...{ incoterm: 'DAP', incotermPlace: 'Birmingham', promisedAt: at(promised).toISOString(), deviceId },
      parties: [{ role: 'consignee', name: 'Example Ltd', country: 'GB' }],
      items: [{ description: 'Toys', hsCode: '950300', quantity: 10, value: { minorUnits: 100_000, currency: 'EUR' } }],
      legs: threeLegs().map(({ mode, carrier, origin, destination, plannedDeparture, plannedArrival, route }) => ({
        ...{ mode, carrier, origin: origin.code, destination: destination.code, route },
        ...{ plannedDeparture: plannedDeparture.toISOString(), plannedArrival: plannedArrival.toISOString() },
      })),
    },
    at(-10),
  )
}
const report = (deviceId: string, atHours: number): Reading => ({
  ...{ deviceId, recordedAtMs: at(atHours).getTime(), receivedAtMs: at(atHours).getTime() },
  ...positionAt(threeLegs(), atHours),
})
/** Brings it up to date at an hour, with a report every half hour up to then. */
const look = async (id: string, deviceId: string, until: number) => {
  const from = hours
  const readings = Array.from({ length: Math.max(0, (until - from) * 2) }, (_, step) => report(deviceId, from + (step + 1) / 2))
  hours = until
  await telemetry.write(readings)
  await follow(id)
  const shipment = await loadTracking(database.db, id)
  if (!shipment) throw new Error('It is gone')
  return shipment
}
const tell = (shipmentId: string, state: CustomsEventState, atHours: number, documents: string[] = []) =>
  recordCustomsEvent(database.db, { shipmentId, legSequence: 2, state, eventTime: at(atHours), documents, source: 'partner' }, at(atHours))
const openKinds = ({ openAlerts }: Awaited<ReturnType<typeof look>>) => openAlerts.map(({ kind }) => kind)
const customsOf = ({ eta }: Awaited<ReturnType<typeof look>>) => eta?.stages?.find(({ kind }) => kind === 'customs')
const p50 = ({ eta }: Awaited<ReturnType<typeof look>>) => eta?.p50.getTime() ?? Number.NaN

test('A shipment that customs holds arrives later and says why, is an exception with an alert, and is neither once it is released.', async () => {
  hours = -5
  const id = await newShipment('held', 60)
  const planned = await look(id, 'held', -4)
  expect(customsOf(planned)?.customs).toMatchObject({
    ...{ country: 'GB', office: 'GBFXT', state: 'draft', basis: { level: 'published', outcomes: 0 } },
    reasons: [
      { code: 'published-hours', borderHours: 20, documentHours: 10, year: 2020 },
      { code: 'published-score', customsScore: 3.7 },
    ],
  })
  expect(planned.customs).toMatchObject([{ legSequence: 2, entry: null, kept: { madeAt: at(-4) } }])

  const arrived = await look(id, 'held', 13)
  expect(arrived.state).toBe('in-transit')
  await tell(id, 'lodged', 13)
  const lodged = await look(id, 'held', 13.5)
  await tell(id, 'documents-required', 14, ['invoice', 'certificate of origin'])
  const asked = await look(id, 'held', 14.5)
  expect(p50(asked)).toBeGreaterThan(p50(lodged) + 3 * 3_600_000)
  expect(etaChanges(lodged.eta?.stages ?? [], asked.eta?.stages ?? [])[0]?.kind).toBe('customs')
  expect(customsOf(asked)?.customs).toMatchObject({ state: 'documents-required', channels: { documents: 1 } })
  expect(asked.state).toBe('exception')
  expect(openKinds(asked)).toContain('customs-hold')
  expect(asked.openAlerts.find(({ kind }) => kind === 'customs-hold')?.facts).toMatchObject({
    ...{ state: 'documents-required', documents: 'invoice, certificate of origin', legSequence: 2 },
  })
  // Looked at again, it is the same alert; with a document there, it says which is missing.
  await putEntry(database.db, { shipmentId: id, legSequence: 2, presentDocuments: ['invoice'] }, at(15))
  const some = await look(id, 'held', 15)
  const holds = some.openAlerts.filter(({ kind }) => kind === 'customs-hold')
  expect(holds).toMatchObject([{ openedAt: at(14.5), facts: { documents: 'certificate of origin' } }])

  // Somebody says meanwhile that there is more that is wrong: the release does not take that back.
  await changeShipment(database.db, id, { saidState: 'exception' }, at(16))
  await tell(id, 'released', 17)
  expect((await look(id, 'held', 17.2)).state).toBe('exception')
  await changeShipment(database.db, id, { saidState: null }, at(17.3))
  const released = await look(id, 'held', 17.5)
  expect(released.state).toBe('in-transit')
  expect(openKinds(released)).not.toContain('customs-hold')
  expect(p50(released)).toBeLessThan(p50(some))
  expect(customsOf(released)).toMatchObject({ state: 'done', customs: { state: 'released', left: null, hours: { p50Hours: 4 } } })

  // Predicted when it was first known, at the lodging, when documents were asked for, and when it moved otherwise.
  const kept = (await database.db.select().from(clearancePrediction)).filter(({ shipmentId }) => shipmentId === id)
  const madeAt = kept.map((each) => each.madeAt.getTime())
  for (const when of [-4, 13.5, 14.5]) expect(madeAt).toContain(at(when).getTime())
  expect(Math.max(...madeAt)).toBeLessThan(at(17).getTime())
  for (const { p10, p50, p90, naive } of kept) {
    expect(p10).toBeLessThanOrEqual(p50)
    expect(p50).toBeLessThanOrEqual(p90)
    expect(naive).toBeGreaterThanOrEqual(0)
  }

  // Scored once when it is released, by country, lane, mode and horizon.
  const score = createScoreJob({ db: database.db, clock })
  await score()
  await score()
  const span = { kind: 'clearance' as const, from: at(-20), until: at(100) }
  const [all] = await accuracyOf(database.db, span)
  expect(all).toMatchObject({ things: 1 })
  expect(all?.naiveError).not.toBeNull()
  expect(await accuracyOf(database.db, span, 'country')).toMatchObject([{ name: 'GB', cases: all?.cases }])
  expect(await accuracyOf(database.db, span, 'lane')).toMatchObject([{ name: 'BEANR → GB' }])
  expect(await accuracyOf(database.db, span, 'mode')).toMatchObject([{ name: 'sea' }])
  expect((await latestClearances(database.db, 10)).map(({ channel }) => channel)).toEqual(['documents'])
})

test('Before the departure, documents that are missing put the promise at risk and say so; once they are there they do not.', async () => {
  hours = -5
  const id = await newShipment('incomplete', 52)
  const complete = await look(id, 'incomplete', -4)
  expect(openKinds(complete)).not.toContain('customs-delay')
  const papers = ['certificate of origin', 'licence', 'packing list']
  await putEntry(database.db, { shipmentId: id, legSequence: 2, requiredDocuments: papers, presentDocuments: [] }, at(-4))
  const missing = await look(id, 'incomplete', -3)
  expect(missing.openAlerts.find(({ kind }) => kind === 'customs-delay')?.facts).toMatchObject({
    ...{ countries: 'GB', missingDocuments: papers.join(', '), restrictions: null },
  })
  expect(missing.eta?.missProbability).toBeGreaterThan((complete.eta?.missProbability as number) + 0.2)
  await putEntry(database.db, { shipmentId: id, legSequence: 2, presentDocuments: papers }, at(-3))
  const supplied = await look(id, 'incomplete', -2)
  expect(openKinds(supplied)).not.toContain('customs-delay')
})

test('What was lodged while the goods were at sea teaches how long an examination takes from when they are there.', async () => {
  hours = -5
  const id = await newShipment('early', 80)
  await look(id, 'early', 3)
  await tell(id, 'lodged', 3)
  const early = await look(id, 'early', 4)
  expect(customsOf(early)?.customs).toMatchObject({ state: 'lodged' })
  const arrived = await look(id, 'early', 13)
  await tell(id, 'examination', 13.5)
  await look(id, 'early', 14)
  await tell(id, 'released', 20)
  const outcome = (await latestClearances(database.db, 1))[0]
  expect(outcome).toMatchObject({ channel: 'examination', clearedAt: at(20), submittedAt: arrived.legs[0]?.actualArrival })
  expect(outcome?.submittedAt.getTime()).toBeGreaterThan(at(11).getTime())
})
