import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { changeHazard } from '@lading/store/postgres/hazard/change'
import { listHazards } from '@lading/store/postgres/hazard/list'
import type { Taken } from '@lading/store/postgres/hazard/take-feed'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { addUser } from '@lading/store/postgres/user/add'
import { createHazardFeedsJob } from '@lading/workers/jobs/hazard-feeds'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

const now = new Date('2026-03-01T12:00:00Z')
const later = new Date('2026-03-01T18:00:00Z')
const closers: (() => Promise<unknown>)[] = []
const answers = new Map<string, { status?: number; body: string }>()
let database: Database
let base: string
let person: string

beforeAll(async () => {
  const directory = await temporaryDirectory()
  closers.push(directory.remove)
  const postgres = await startPostgres({ directory: directory.path })
  closers.push(postgres.stop)
  await migrateDatabase(postgres.url)
  database = openDatabase(postgres.url, { connections: 2 })
  closers.push(database.close)
  await addUser(database.db, { email: 'o@example.com', name: 'O', role: 'operator', passwordHash: 'x' })
  const [operator] = await database.sql<{ id: string }[]>`select id from app_user`
  person = operator?.id as string
  const publisher = createServer(({ url = '' }, response) => {
    const { status = 200, body } = answers.get(url) ?? { status: 404, body: '' }
    response.writeHead(status).end(body)
  }).listen(0, '127.0.0.1')
  await once(publisher, 'listening')
  closers.push(async () => publisher.close())
  base = `http://127.0.0.1:${(publisher.address() as AddressInfo).port}`
})
afterAll(async () => {
  for (const close of closers.reverse()) await close()
})
beforeEach(async () => {
  answers.clear()
  await database.sql`truncate hazard`
})

const earthquake = (id: string, more: object = {}) => ({
  ...{ type: 'Feature', id, geometry: { type: 'Point', coordinates: [120.3, 22.9, 10] } },
  properties: { mag: 6, time: Date.parse('2026-03-01T04:00:00Z'), title: `Earthquake ${id}`, type: 'earthquake', ...more },
})
const usgs = (...features: object[]) => ({ body: JSON.stringify({ type: 'FeatureCollection', features }) })
const polygons = (count: number) => '<polygon>51,6 51,7 52,7 51,6</polygon>'.repeat(count)
const cap = (id: string, type: string, { areas = 1, references = '', onset = '2026-03-01T10:00:00Z' } = {}) => ({
  body: `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${id}</identifier><sender>s</sender><sent>2026-03-01T10:00:00Z</sent>
<status>Actual</status><msgType>${type}</msgType><references>${references}</references><info><event>Storm ${id}</event><severity>Severe</severity>
<onset>${onset}</onset><expires>2026-03-03T10:00:00Z</expires><area>${polygons(areas)}</area></info></alert>`,
})

const fetchFeeds = async (paths: string[], at = now) => {
  const told: { taken: Taken[]; mistakes: unknown[]; asked: number } = { taken: [], mistakes: [], asked: 0 }
  const job = createHazardFeedsJob({
    ...{ db: database.db, urls: paths.map((path) => base + path), clock: { now: () => at }, stopping: new AbortController().signal },
    lookAgain: async () => {
      told.asked += 1
    },
    onTaken: (_, taken) => told.taken.push(taken),
    onMistakes: (_, mistakes) => told.mistakes.push(...mistakes),
  })
  return { ...told, error: await job().catch((error: unknown) => error), taken: told.taken, asked: told.asked }
}
const kept = async () =>
  (await listHazards(database.db, { limit: 50, now })).items
    .map(({ title, severity, validUntil, version }) => ({ title, severity, validUntil, version }))
    .sort((one, other) => (one.title < other.title ? -1 : 1))
const none = { added: 0, changed: 0, ended: 0, unchanged: 0 }

test('What a feed tells is kept once, changed when it is told otherwise, and ended when it is taken back.', async () => {
  answers.set(
    '/quakes',
    usgs(earthquake('a', { alert: 'green' }), earthquake('b'), earthquake('old', { time: Date.parse('2026-01-01T00:00:00Z') })),
  )
  expect(await fetchFeeds(['/quakes'])).toMatchObject({ error: undefined, taken: [{ ...none, added: 2, unchanged: 1 }], asked: 1 })
  expect(await fetchFeeds(['/quakes'])).toMatchObject({ taken: [{ ...none, unchanged: 3 }], asked: 0 })

  answers.set('/quakes', usgs(earthquake('a', { alert: 'red' }), earthquake('b', { status: 'deleted' })))
  expect(await fetchFeeds(['/quakes'], later)).toMatchObject({ taken: [{ ...none, changed: 1, ended: 1 }], asked: 1 })
  expect(await kept()).toEqual([
    { title: 'Earthquake a', severity: 'critical', validUntil: '2026-03-04T04:00:00.000Z', version: 2 },
    { title: 'Earthquake b', severity: 'warning', validUntil: later.toISOString(), version: 2 },
  ])
})

test('An update takes the place of an alert, with as many areas as it has; a cancellation ends all of it.', async () => {
  answers.set('/cap', cap('1', 'Alert', { areas: 2 }))
  expect((await fetchFeeds(['/cap'])).taken).toEqual([{ ...none, added: 2 }])
  answers.set('/cap', cap('2', 'Update', { references: 's,1,2026-03-01T10:00:00Z' }))
  expect((await fetchFeeds(['/cap'], later)).taken).toEqual([{ ...none, added: 1, ended: 2 }])
  answers.set('/cap', cap('3', 'Cancel', { references: 's,2,2026-03-01T10:00:00Z' }))
  expect((await fetchFeeds(['/cap'], later)).taken).toEqual([{ ...none, ended: 1 }])
  expect((await kept()).map(({ validUntil }) => validUntil)).toEqual(Array.from({ length: 3 }, () => later.toISOString()))
})

test('One that was only announced is taken away, as if it had never been.', async () => {
  answers.set('/cap', cap('1', 'Alert', { onset: '2026-03-02T10:00:00Z' }))
  await fetchFeeds(['/cap'])
  answers.set('/cap', cap('2', 'Cancel', { references: 's,1,2026-03-01T10:00:00Z' }))
  expect((await fetchFeeds(['/cap'], later)).taken).toEqual([{ ...none, ended: 1 }])
  expect(await kept()).toEqual([])
})

test('What people have changed stays as they left it.', async () => {
  answers.set('/quakes', usgs(earthquake('a')))
  await fetchFeeds(['/quakes'])
  const [hazard] = (await listHazards(database.db, { limit: 1, now })).items
  await changeHazard(database.db, hazard?.id as string, { version: 1, title: 'Kaohsiung: port open again' }, { userId: person, now })
  answers.set('/quakes', usgs(earthquake('a', { alert: 'red' })))
  expect((await fetchFeeds(['/quakes'])).taken).toEqual([{ ...none, unchanged: 1 }])
  expect((await kept()).map(({ title }) => title)).toEqual(['Kaohsiung: port open again'])
})

test('A feed that cannot be had or read fails the run and keeps none of the others away; what is wrong in one is left out.', async () => {
  answers.set('/broken', { body: '<html>Maintenance<br></html>' })
  answers.set('/quakes', usgs(earthquake('a'), earthquake('b', { mag: 'six' })))
  const { error, mistakes, taken } = await fetchFeeds(['/missing', '/broken', '/quakes'])
  expect(error).toMatchObject({ message: '2 of 3 feeds of hazards failed' })
  expect(mistakes).toContainEqual({ path: '/features/1/properties/mag', message: 'is no magnitude' })
  expect(taken).toEqual([{ ...none, added: 1 }])
})
