import { seeded } from '@lading/models/random/seeded'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { DemandChoice } from '@lading/shared/domain/demand-choice'
import { backtestsOf } from '@lading/store/postgres/backtest/of-run'
import { addDemandEvent } from '@lading/store/postgres/demand/events'
import { importDemandHistory } from '@lading/store/postgres/demand/import-history'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { newestModel } from '@lading/store/postgres/model/newest'
import { saveModel } from '@lading/store/postgres/model/save'
import { requestRun } from '@lading/store/postgres/model-run/request'
import { startRun } from '@lading/store/postgres/model-run/start'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { putProduct } from '@lading/store/postgres/product/put'
import { newestForecast } from '@lading/store/postgres/stock-plan/get'
import { addWarehouse } from '@lading/store/postgres/warehouse/add'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createForecastJob } from '../../src/jobs/forecast.ts'
import { createTrainFinishJob } from '../../src/jobs/train-finish.ts'
import { createTrainPartJob } from '../../src/jobs/train-part.ts'
import { createLookAside } from '../../src/stock/look-aside.ts'
import { createDemandTrainable } from '../../src/training/demand.ts'
import { createForecastAside } from '../../src/training/forecast-aside.ts'

const stopping = new AbortController().signal
const dayMs = 86_400_000
const begin = Date.parse('2026-05-04T09:00:00Z')
const historyDays = 400
const warehouses = ['WH-A', 'WH-B']
const random = seeded(5)

// Any other week every fifth week: whoever averages over more than the last ones is wrong.
const restless = () => {
  let week: number[] = []
  return Array.from({ length: historyDays }, (_, day) => {
    if (day % 35 === 0) week = Array.from({ length: 7 }, () => Math.round(60 * random()))
    return week[day % 7] as number
  })
}
// The same all the time with much noise: whoever goes by the last week alone is wrong.
const noisy = () => Array.from({ length: historyDays }, () => Math.round(20 + 20 * random()))

describe('The test of demand forecasts', () => {
  let database: Database
  const clock = { now: () => new Date(begin) }
  const closers: (() => Promise<void>)[] = []
  const demand = () => createDemandTrainable({ db: database.db, forecast: createForecastAside(stopping) })
  const train = async () => {
    const deps = { db: database.db, clock, wallClock: clock, trainables: [demand()] }
    const { id: runId } = await requestRun(database.db, 'demand', clock.now())
    const parts = await demand().parts(clock.now())
    await startRun(database.db, runId, parts.length, clock.now())
    for (const part of parts) await createTrainPartJob(deps)({ runId, model: 'demand', part })
    await createTrainFinishJob(deps)({ runId, model: 'demand' })
    return { runId, parts }
  }
  const forecastOf = async (product: string) => {
    await database.sql`update stock_level set asked_at = now(), looked_at = null`
    await createForecastJob({ db: database.db, clock, stopping, look: createLookAside(stopping) })()
    await database.sql`update stock_level set looked_at = null`
    const forecast = await newestForecast(database.db, { product, warehouse: 'WH-A' })
    await database.sql`delete from demand_forecast`
    return forecast
  }

  beforeAll(async () => {
    const directory = await temporaryDirectory()
    closers.push(directory.remove)
    const server = await startPostgres({ directory: directory.path })
    closers.push(server.stop)
    await migrateDatabase(server.url)
    database = openDatabase(server.url)
    closers.push(database.close)
    const { db } = database
    for (const code of warehouses) {
      const place = { name: code, kind: 'warehouse', country: 'NL', lat: 52, lon: 5, zone: 'UTC', geofenceRadiusKm: 2 } as const
      await putLocation(db, { code, ...place })
      await addWarehouse(db, code, clock.now())
    }
    for (const product of ['RESTLESS', 'NOISY', 'STEADY']) {
      await putProduct(db, { sku: product, name: product, cost: { minorUnits: 1000, currency: 'EUR' } }, clock.now())
      for (const warehouse of warehouses) {
        const sold = product === 'RESTLESS' ? restless() : noisy()
        await importDemandHistory(
          db,
          sold.map((quantity, at) => ({
            ...{ product, warehouse, quantity, inStock: true },
            day: new Date(begin - (historyDays - at) * dayMs).toISOString().slice(0, 10),
          })),
          clock.now(),
        )
      }
    }
    await addDemandEvent(db, { product: 'STEADY', kind: 'event', name: 'Fair', from: '2026-02-02', until: '2026-02-08' }, clock.now())
  })
  afterAll(async () => {
    for (const close of closers.reverse()) await close()
  })

  it('uses the forecast before there is a test.', async () => {
    const forecast = await forecastOf('RESTLESS')
    expect(forecast?.reasons.map(({ code }) => code).some((code) => code.startsWith('naive'))).toBe(false)
  })

  it('goes back in time, product by product beside the weeks before, and decides for each group.', async () => {
    const { runId, parts } = await train()
    expect(parts).toHaveLength(12)
    const tested = await backtestsOf(database.db, runId)
    expect(tested.filter(({ group }) => group === '')).toHaveLength(12)
    expect(new Set(tested.map(({ group }) => group)).size).toBe(1 + 3 * 2)
    const restlessParts = tested.filter(({ group }) => group === 'RESTLESS @ WH-A')
    expect(restlessParts.reduce((sum, { figures }) => sum + (figures?.cases ?? 0), 0)).toBe(12 + 12 + 6)
    const model = await newestModel(database.db, 'demand')
    expect(model).toMatchObject({ version: 1, inUse: true, rows: 6, windowFrom: new Date(begin - historyDays * dayMs - (begin % dayMs)) })
    const usesOf = (name: string) => (model?.state as DemandChoice | undefined)?.decisions.find((one) => one.name === name)?.uses
    expect([usesOf('RESTLESS'), usesOf('NOISY'), usesOf('STEADY')]).toEqual(['naive', 'forecast', 'forecast'])
  })

  it('has the weeks before used where they won, and says why; the others are forecast as before.', async () => {
    const asBefore = await forecastOf('RESTLESS')
    expect(asBefore).toMatchObject({ method: 'same weekday of as many weeks before', season: 7 })
    const [reason] = asBefore?.reasons ?? []
    expect(reason?.code).toMatch(/^naive-(item|product)$/)
    expect(reason?.values.share).toBeGreaterThan(0)
    const noisyOne = await forecastOf('NOISY')
    expect(noisyOne?.method).not.toBe(asBefore?.method)
  })

  it('has the weeks before used for everything once the forecast has lost as a whole, until it wins again.', async () => {
    const newest = await newestModel(database.db, 'demand')
    const why = { code: 'worse', cases: 180, improvement: -0.2, isWatched: false } as const
    const lost = { name: 'demand', trainedAt: clock.now(), windowFrom: null, windowTo: null, rows: 6, metrics: {} } as const
    await saveModel(database.db, { ...lost, state: newest?.state, inUse: false, reason: 'It lost.', why })
    await database.sql`update model set in_use = false where version = 1`
    expect((await forecastOf('NOISY'))?.reasons).toEqual([{ code: 'naive-all', values: { cases: 180, share: 0.2 } }])
  })
})
