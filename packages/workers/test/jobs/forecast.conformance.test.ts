import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { importDemandHistory } from '@lading/store/postgres/demand/import-history'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { putProduct } from '@lading/store/postgres/product/put'
import { decideProposal } from '@lading/store/postgres/proposal/decide'
import { listProposals } from '@lading/store/postgres/proposal/list'
import { listStock } from '@lading/store/postgres/stock/list'
import { recordMovements } from '@lading/store/postgres/stock/record-movements'
import { putTerms } from '@lading/store/postgres/stock/terms'
import { findDueForecasts } from '@lading/store/postgres/stock-plan/due'
import { newestForecast } from '@lading/store/postgres/stock-plan/get'
import { addUser } from '@lading/store/postgres/user/add'
import { addWarehouse } from '@lading/store/postgres/warehouse/add'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createForecastJob } from '../../src/jobs/forecast.ts'
import { createLookAside } from '../../src/stock/look-aside.ts'

const stopping = new AbortController().signal
const dayMs = 86_400_000
const soldFrom = (fromMs: number, days: number) =>
  Array.from({ length: days }, (_, at) => ({
    ...{ product: 'LAMP', warehouse: 'WH-A', inStock: true },
    day: new Date(fromMs + at * dayMs).toISOString().slice(0, 10),
    quantity: 20 + ((at * 7) % 9),
  }))
const begin = Date.parse('2026-05-04T09:00:00Z')

describe('The forecast job', () => {
  let database: Database
  let now = new Date(begin)
  const closers: (() => Promise<void>)[] = []
  const run = () => createForecastJob({ db: database.db, clock: { now: () => now }, stopping, look: createLookAside(stopping) })()
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }
  const lamps = { product: 'LAMP', warehouse: 'WH-A' }
  const open = async () => (await listProposals(database.db, { state: 'open', limit: 50 })).items
  const forecasts = async () => (await database.sql`select count(*)::int as count from demand_forecast where product = 'LAMP'`)[0]?.count

  beforeAll(async () => {
    const directory = await temporaryDirectory()
    closers.push(directory.remove)
    const server = await startPostgres({ directory: directory.path })
    closers.push(server.stop)
    await migrateDatabase(server.url)
    database = openDatabase(server.url)
    closers.push(database.close)
    const { db } = database
    const place = {
      name: 'Utrecht',
      kind: 'warehouse',
      country: 'NL',
      lat: 52,
      lon: 5,
      zone: 'Europe/Amsterdam',
      geofenceRadiusKm: 2,
    } as const
    await putLocation(db, { code: 'WH-A', ...place })
    await addWarehouse(db, 'WH-A', now)
    for (const sku of ['LAMP', 'NEW'])
      await putProduct(db, { sku, name: sku, cost: { minorUnits: 1000, currency: 'EUR' }, packSize: 10 }, now)
    await importDemandHistory(db, soldFrom(begin - 120 * dayMs, 120), now)
    const terms = {
      supplier: 'Bright Lamps',
      leadTimeDays: 10,
      leadTimeSdDays: 1,
      reviewDays: 7,
      policy: 'min-max',
      service: 'cycle',
      serviceLevel: 0.95,
    } as const
    const costs = { orderCostMinorUnits: 5000, holdingShare: 0.2, shortageCostMinorUnits: null, orderQuantity: null }
    const ways = { expediteCostMinorUnits: null, expediteSavesDays: null, transferCostMinorUnits: null, transferDays: null }
    await putTerms(db, lamps, { ...terms, ...costs, ...ways }, now)
    await recordMovements(db, [{ externalId: 'r', kind: 'receipt', ...lamps, quantity: 150 }], now)
    await recordMovements(db, [{ externalId: 'n', kind: 'receipt', product: 'NEW', warehouse: 'WH-A', quantity: 5 }], now)
  })
  afterAll(async () => {
    for (const close of closers.reverse()) await close()
  })

  it('forecasts what changed, says how stock will move and proposes what to order.', async () => {
    later(1000)
    await run()
    const forecast = await newestForecast(database.db, lamps)
    expect(forecast).toMatchObject({ from: '2026-05-04', days: 90 })
    expect(forecast?.mean[0]).toBeGreaterThan(18)
    expect(forecast?.mean[0]).toBeLessThan(30)
    const [line] = await listStock(database.db, lamps)
    expect(line).toMatchObject({ onHand: 150, proposals: ['order'] })
    expect(line?.stockOutProbability).toBeGreaterThan(0.9)
    expect(line?.daysOfCover).toBeGreaterThan(5)
    expect(line?.daysOfCover).toBeLessThan(8)
    expect(line?.atRiskSince).toBe(now.toISOString())
    const [order] = await open()
    expect((order?.quantity ?? 1) % 10).toBe(0)
    expect(order?.cost.minorUnits).toBe(5000 + 1000 * (order?.quantity ?? 0))
  })

  it('looks at nothing twice without a reason, and keeps what it proposed.', async () => {
    const [before] = await open()
    const [{ atRiskSince } = {}] = await listStock(database.db, lamps)
    later(3_600_000)
    await run()
    expect(await forecasts()).toBe(1)
    later(dayMs)
    await run()
    expect(await forecasts()).toBe(2)
    // It is at risk since it was first, and of all there is only it is.
    expect(await listStock(database.db, { atRisk: true })).toMatchObject([{ product: 'LAMP', atRiskSince }])
    expect((await open()).map(({ kind, id }) => [kind, typeof id])).toEqual([[before?.kind, 'string']])
  })

  it('is content with a product nobody knows the demand of, and has no forecast of it.', async () => {
    expect(await findDueForecasts(database.db, new Date(now.getTime() - dayMs), 10)).toEqual([])
    expect(await newestForecast(database.db, { product: 'NEW', warehouse: 'WH-A' })).toBeUndefined()
    const [line] = await listStock(database.db, { product: 'NEW' })
    expect(line).toMatchObject({ onHand: 5, stockOutProbability: null, proposals: [] })
  })

  it('takes an approved order as under way, and leaves what was rejected alone for a week.', async () => {
    const { db } = database
    await addUser(db, { email: 'a@lading.example', name: 'A', role: 'admin', passwordHash: 'x' })
    const [{ id: userId } = { id: '' }] = await database.sql`select id from app_user`
    const decide = async (decision: Parameters<typeof decideProposal>[2]) => {
      const [order] = await open()
      await decideProposal(db, order?.id ?? '', decision, { userId, now })
      later(1000)
      await run()
    }
    await decide({ state: 'rejected', reason: 'the range ends' })
    expect(await open()).toEqual([])
    await importDemandHistory(db, soldFrom(begin, 10), now)
    later(8 * dayMs)
    await run()
    expect(await open()).toHaveLength(1)
    await decide({ state: 'approved' })
    expect(await open()).toEqual([])
    const [line] = await listStock(db, lamps)
    expect(line?.inTransit).toBeGreaterThan(100)
    expect(line?.atRiskSince === null).toBe((line?.stockOutProbability ?? 0) < 0.2)
  })

  it('counts issues as demand from the day after the last that people told of, and leaves out days with nothing to sell.', async () => {
    const { demandHistory } = await import('@lading/store/postgres/demand/history')
    const key = { product: 'NEW', warehouse: 'WH-A' }
    const at = (day: string) => `${day}T10:00:00Z`
    await recordMovements(
      database.db,
      [
        { externalId: 'i1', kind: 'issue', ...key, quantity: 2, at: at('2026-05-05') },
        { externalId: 'i2', kind: 'issue', ...key, quantity: 3, at: at('2026-05-06') },
      ],
      now,
    )
    expect(await demandHistory(database.db, key, '2026-05-08')).toEqual([
      { day: '2026-05-04', quantity: 0 },
      { day: '2026-05-05', quantity: 2 },
      { day: '2026-05-06', quantity: 3 },
      { day: '2026-05-07', quantity: null },
    ])
  })
})
