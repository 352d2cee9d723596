import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { currentModel } from '@lading/store/postgres/model/current'
import { listModels } from '@lading/store/postgres/model/list'
import { saveModel, type TrainedModel } from '@lading/store/postgres/model/save'
import { useModel } from '@lading/store/postgres/model/use'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { model } from '@lading/store/postgres/schema/index'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

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
beforeEach(async () => {
  await database.db.delete(model)
})

const better = { code: 'better', cases: 300, improvement: 0.2, isWatched: false } as const

const trained = (change: Partial<TrainedModel> = {}): TrainedModel => ({
  name: 'arrival',
  trainedAt: new Date('2026-05-01T02:00:00Z'),
  windowFrom: new Date('2026-01-01T00:00:00Z'),
  windowTo: new Date('2026-04-30T00:00:00Z'),
  rows: 800,
  metrics: { pinball: 3.2, naivePinball: 4.1 },
  state: { quantiles: [1, 2, 3], 'a\u0000b': null },
  inUse: true,
  reason: 'Better than the plan.',
  why: better,
  ...change,
})

describe('The registry of models', () => {
  test('hands out the version in use with its state, and none where there is none.', async () => {
    expect(await currentModel(database.db, 'arrival')).toBeUndefined()
    expect(await saveModel(database.db, trained())).toBe(1)
    expect(await currentModel(database.db, 'arrival')).toMatchObject({ ...trained(), version: 1 })
    expect(await currentModel(database.db, 'demand')).toBeUndefined()
  })

  test('puts a new version in the place of the one before, which says so; one not in use leaves it there.', async () => {
    await saveModel(database.db, trained())
    expect(await saveModel(database.db, trained({ inUse: false, reason: 'Worse than the plan.' }))).toBe(2)
    expect(await currentModel(database.db, 'arrival')).toMatchObject({ version: 1 })
    expect(await saveModel(database.db, trained())).toBe(3)
    expect((await listModels(database.db)).map(({ version, inUse, reason, why }) => [version, inUse, reason, why])).toEqual([
      [3, true, 'Better than the plan.', better],
      [2, false, 'Worse than the plan.', better],
      [1, false, 'Version 3 took its place.', { code: 'replaced', by: 3 }],
    ])
  })

  test('takes versions out of use and into use again, but none whose state is gone.', async () => {
    for (let version = 1; version <= 5; version++) await saveModel(database.db, trained())
    expect(await useModel(database.db, { name: 'arrival', version: 5, inUse: false, reason: 'Lost to the plan.', why: null })).toBe(true)
    expect(await currentModel(database.db, 'arrival')).toBeUndefined()
    expect(await useModel(database.db, { name: 'arrival', version: 4, inUse: true, reason: 'Won again.', why: better })).toBe(true)
    expect(await currentModel(database.db, 'arrival')).toMatchObject({ version: 4, reason: 'Won again.' })
    expect(await useModel(database.db, { name: 'arrival', version: 1, inUse: true, reason: 'Once good.', why: better })).toBe(false)
    expect(await useModel(database.db, { name: 'arrival', version: 9, inUse: true, reason: 'Never trained.', why: better })).toBe(false)
    expect(await currentModel(database.db, 'arrival')).toMatchObject({ version: 4 })
  })

  test('gives each of many trained at once its own version, and has one in use.', async () => {
    const versions = await Promise.all(Array.from({ length: 6 }, () => saveModel(database.db, trained())))
    expect(versions.toSorted()).toEqual([1, 2, 3, 4, 5, 6])
    expect((await listModels(database.db)).filter(({ inUse }) => inUse)).toHaveLength(1)
  })
})
