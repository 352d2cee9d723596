import { seeded } from '@lading/models/random/seeded'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { type NewClearance, recordClearances } from '@lading/store/postgres/clearance-outcome/record'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { currentModel } from '@lading/store/postgres/model/current'
import { leadingVersion } from '@lading/store/postgres/model/leading'
import { useModel } from '@lading/store/postgres/model/use'
import { latestRuns } from '@lading/store/postgres/model-run/latest'
import { requestRun } from '@lading/store/postgres/model-run/request'
import { startRun } from '@lading/store/postgres/model-run/start'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { createTrainFinishJob } from '@lading/workers/jobs/train-finish'
import { createTrainPartJob } from '@lading/workers/jobs/train-part'
import { createClearanceKnowledge } from '@lading/workers/training/clearance-knowledge'
import { createCustomsTrainable } from '@lading/workers/training/customs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at } from './a-journey.ts'

const closers: (() => Promise<unknown>)[] = []
let database: Database
const clock = { now: () => at(3_000) }
let ticks = 0
const wallClock = { now: () => at(ticks++ / 1_000) }

beforeAll(async () => {
  const directory = await temporaryDirectory()
  closers.push(directory.remove)
  const postgres = await startPostgres({ directory: directory.path })
  closers.push(postgres.stop)
  await migrateDatabase(postgres.url)
  database = openDatabase(postgres.url, { connections: 5 })
  closers.push(database.close)
})
afterAll(async () => {
  for (const close of closers.reverse()) await close()
})

const random = seeded(5)
/** Two offices of one country: one releases in hours, the other examines for days, which the country's middle cannot tell. */
const clearance = (number: number, hours = number % 2 === 0 ? 2 + random() : 60 + 20 * random()): NewClearance => ({
  ...{ key: `import/${number}`, country: 'GB', office: number % 2 === 0 ? 'GBFXT' : 'GBLGP', source: 'import', mode: 'sea' },
  ...{ submittedAt: at(12 * number), clearedAt: at(12 * number + hours), channel: number % 2 === 0 ? 'released' : 'examination' },
})

/** Tests and trains as the flow of jobs does. */
const train = async () => {
  const trainables = [createCustomsTrainable({ db: database.db })]
  const deps = { db: database.db, clock, wallClock, trainables }
  const { id } = await requestRun(database.db, 'customs', wallClock.now())
  const parts = (await trainables[0]?.parts(clock.now())) ?? []
  await startRun(database.db, id, parts.length, wallClock.now())
  for (const part of parts) await createTrainPartJob(deps)({ runId: id, model: 'customs', part })
  await createTrainFinishJob(deps)({ runId: id, model: 'customs' })
  return (await latestRuns(database.db)).find(({ run }) => run.model === 'customs')
}
const told = { presentAtMs: at(3_000).getTime(), lodgedAtMs: at(3_000).getTime() }
const left = async (office: string) => {
  const model = await createClearanceKnowledge({ db: database.db })()
  return model.timeToRelease({ country: 'GB', office, mode: 'sea' }, told, at(3_000).getTime())
}

test('Without a past there is no version, and with one that is too short the first is used until it loses.', async () => {
  expect(await train()).toMatchObject({ run: { failed: false, version: null, outcome: 'There is nothing to learn from yet.' } })
  expect((await left('GBLGP')).basis).toEqual({ level: 'published', outcomes: 0 })
  await recordClearances(
    database.db,
    Array.from({ length: 20 }, (_, number) => clearance(number)),
  )
  // Before there is a version, what is cleared counts at once.
  expect((await left('GBLGP')).basis).toMatchObject({ level: 'office' })
  await train()
  expect(await leadingVersion(database.db, 'customs')).toEqual({ version: 1, inUse: true })
})

test('Offices that differ are told apart, better than by the middle of their country, and what is cleared later counts at once.', async () => {
  await recordClearances(
    database.db,
    Array.from({ length: 180 }, (_, number) => clearance(20 + number)),
  )
  const run = await train()
  expect(run?.run.outcome).toMatch(/better than what is usual in the country/)
  const version = await currentModel(database.db, 'customs')
  expect(version).toMatchObject({ version: 2, rows: 200, windowFrom: at(0) })
  expect(version?.metrics).toMatchObject({ cases: 100 })
  const [quick, slow] = [await left('GBFXT'), await left('GBLGP')]
  expect(quick.left.p50).toBeLessThan(6)
  expect(slow.left.p50).toBeGreaterThan(40)
  await recordClearances(
    database.db,
    Array.from({ length: 30 }, (_, number) => clearance(200 + 2 * number, 30)),
  )
  expect((await left('GBFXT')).left.p50).toBeGreaterThan(quick.left.p50 + 1)
})

test('A model that was put out of use leaves what is usual in the country.', async () => {
  await useModel(database.db, { name: 'customs', version: 2, inUse: false, reason: 'It lost.', why: null })
  const [one, other] = [await left('GBFXT'), await left('GBLGP')]
  expect(one.basis.level).toBe('country')
  expect(one.left).toEqual(other.left)
})
