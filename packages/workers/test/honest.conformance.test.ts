import { besideNaive } from '@lading/models/accuracy/beside-naive'
import { figuresOf } from '@lading/models/accuracy/figures'
import { seeded } from '@lading/models/random/seeded'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { backtestsOf } from '@lading/store/postgres/backtest/of-run'
import { keepEta } from '@lading/store/postgres/eta/keep'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { currentModel } from '@lading/store/postgres/model/current'
import { listModels } from '@lading/store/postgres/model/list'
import { useModel } from '@lading/store/postgres/model/use'
import { latestRuns } from '@lading/store/postgres/model-run/latest'
import { requestRun } from '@lading/store/postgres/model-run/request'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { accuracyOf } from '@lading/store/postgres/prediction-score/accuracy'
import { keepScores } from '@lading/store/postgres/prediction-score/keep'
import { nextArrival } from '@lading/store/postgres/prediction-score/next-arrival'
import { predictionScore } from '@lading/store/postgres/schema/index'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { type NewStageOutcome, recordOutcomes } from '@lading/store/postgres/stage-outcome/record'
import { openQueue, type Queue } from '@lading/store/queue/open'
import { prepareQueue } from '@lading/store/queue/prepare'
import { openWorker } from '@lading/store/queue/worker'
import { createRetrainJob } from '@lading/workers/jobs/retrain'
import { createScoreJob } from '@lading/workers/jobs/score'
import { createTrainJob } from '@lading/workers/jobs/train'
import { createTrainFinishJob } from '@lading/workers/jobs/train-finish'
import { createTrainPartJob } from '@lading/workers/jobs/train-part'
import { createArrivalTrainable } from '@lading/workers/training/arrival'
import { createArrivalKnowledge } from '@lading/workers/training/arrival-knowledge'
import { createLearnAside } from '@lading/workers/training/learn-aside'
import type { TestedCase, Trainable } from '@lading/workers/training/trainable'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { antwerp, at, daventry, felixstowe } from './a-journey.ts'

const closers: (() => Promise<unknown>)[] = []
let database: Database
let queue: Queue
const clock = { now: () => at(1_000) }
let ticks = 0
const wallClock = { now: () => at(ticks++ / 1_000) }

/** What the model and the naive rule are off by, so that a test can decide who wins. */
let errors = { model: 1, naive: 3 }
const random = seeded(3)
const demand: Trainable = {
  name: 'demand',
  naive: 'last week again',
  isApplied: true,
  parts: async () => ['one', 'two'],
  test: async (part) =>
    Array.from({ length: 40 }, (_, index): TestedCase => {
      const actual = 10
      return {
        ...{ p10: 8, p50: actual + errors.model * random(), p90: 14 },
        ...{ actual, naive: actual + errors.naive * random(), group: `${part}-${index % 2}` },
      }
    }),
  train: async () => ({ windowFrom: at(0), windowTo: at(500), rows: 80, state: { learnt: true } }),
}

beforeAll(async () => {
  const directory = await temporaryDirectory()
  closers.push(directory.remove)
  const postgres = await startPostgres({ directory: directory.path })
  closers.push(postgres.stop)
  await migrateDatabase(postgres.url)
  await prepareQueue(postgres.url)
  database = openDatabase(postgres.url, { connections: 5 })
  closers.push(database.close)
  queue = openQueue(postgres.url)
  closers.push(queue.close)
  const stopping = new AbortController()
  const arrival = createArrivalTrainable({ db: database.db, learn: createLearnAside(stopping.signal) })
  const deps = { db: database.db, clock, wallClock, queue, trainables: [demand, arrival] }
  const handlers = {
    retrain: createRetrainJob(deps),
    train: createTrainJob(deps),
    'train-part': createTrainPartJob(deps),
    'train-finish': createTrainFinishJob(deps),
  }
  const worker = await openWorker(postgres.url, handlers, { concurrency: 4, onFailed: (error) => expect.unreachable(error.message) })
  closers.push(worker.close)
  for (const place of [antwerp, felixstowe, daventry])
    await putLocation(database.db, { ...place, kind: 'port', name: place.code, country: 'GB', zone: 'Europe/London' })
})
afterAll(async () => {
  for (const close of closers.reverse()) await close()
})

const arrivedShipment = async (startHours: number, lateHours: number, etas: number[][]) => {
  const id = await createShipment(
    database.db,
    {
      incoterm: 'DAP',
      incotermPlace: 'Felixstowe',
      parties: [],
      items: [],
      legs: [
        {
          mode: 'sea',
          carrier: 'Example Lines',
          origin: antwerp.code,
          destination: felixstowe.code,
          plannedDeparture: at(startHours).toISOString(),
          plannedArrival: at(startHours + 10).toISOString(),
        },
      ],
    },
    at(startHours),
  )
  await database.sql`
    update leg set actual_departure = ${at(startHours).toISOString()}, actual_arrival = ${at(startHours + 10 + lateHours).toISOString()}
    where shipment_id = ${id}`
  for (const [made = 0, p10 = 0, p50 = 0, p90 = 0] of etas)
    await database.db.transaction((tx) => keepEta(tx, id, { computedAt: at(made), p10: at(p10), p50: at(p50), p90: at(p90) }))
  return id
}

const voyage = (number: number, actualHours: number): NewStageOutcome => ({
  key: `import/${number}`,
  kind: 'leg',
  mode: 'sea',
  origin: antwerp.code,
  destination: felixstowe.code,
  startedAt: at(number * 12),
  plannedHours: 10,
  features: {},
  actualHours,
  source: 'import',
})

describe('What predictions were worth', () => {
  test('is kept once when a shipment arrives, and what was on its way or never predicted is left alone.', async () => {
    const score = createScoreJob({ db: database.db, clock })
    const id = await arrivedShipment(0, 2, [
      [0, 8, 11, 14],
      [8, 9, 10, 11],
      [20, 8, 9, 10],
    ])
    await arrivedShipment(0, 2, [])
    await score()
    await score()
    const kept = await database.db.select().from(predictionScore).orderBy(predictionScore.madeAt)
    expect(kept).toMatchObject([
      { kind: 'arrival', key: id, horizon: '6-24 h', lane: 'BEANR → GBFXT', carrier: 'Example Lines', p50: 11, actual: 12, naive: 10 },
      { horizon: '0-6 h', p10: 1, p50: 2, p90: 3, actual: 4, naive: 2 },
    ])
    expect(await nextArrival(database.db)).toBeNull()
    // Without its scores an arrival would be scored again.
    await database.sql`delete from shipment`
    await database.db.delete(predictionScore)
  })

  test('is kept of forecasts whose days are over, of each day once, and not of those that were sold out.', async () => {
    const { sql } = database
    const first = new Date('2026-03-30T04:00:00Z') // a Monday
    await sql`
      insert into product (sku, name, unit, pack_size, minimum_order, cost_minor_units, currency, created_at)
      values ('LAMP', 'Lamp', 'piece', 1, 1, 100, 'EUR', now())`
    await sql`insert into warehouse (code, created_at) values (${daventry.code}, now())`
    const cumulative = (middle: number) => Array.from({ length: 28 }, (_, day) => middle * (day + 1))
    for (const [hours, middle] of [
      [0, 5],
      [1, 50],
      [24, 6],
    ] as const)
      await sql`
        insert into demand_forecast (product, warehouse, computed_at, from_day, days, mean, quantiles, cumulative, method, demand_class, season, reasons)
        values ('LAMP', ${daventry.code}, ${new Date(first.getTime() + hours * 3_600_000).toISOString()},
          ${hours < 24 ? '2026-03-30' : '2026-03-31'}, 28, '[]', '{}',
          ${JSON.stringify({ 0.1: cumulative(middle - 2), 0.5: cumulative(middle), 0.9: cumulative(middle + 2) })}::jsonb, 'x', 'smooth', 7, '[]')`
    for (const [day, quantity, inStock] of [
      ['2026-03-23', 4, true],
      ['2026-03-30', 8, true],
      ['2026-03-31', 0, false],
    ] as const)
      await sql`insert into demand_history (product, warehouse, day, quantity, in_stock) values ('LAMP', ${daventry.code}, ${day}, ${quantity}, ${inStock})`
    let now = new Date('2026-03-30T22:00:00Z')
    const score = createScoreJob({ db: database.db, clock: { now: () => now } })
    await score()
    // In Daventry summer time has begun: the day is not over before 23:00 UTC.
    expect(await database.db.select().from(predictionScore)).toEqual([])
    now = new Date('2026-04-01T23:30:00Z')
    await score()
    await createScoreJob({ db: database.db, clock: { now: () => now } })()
    expect(await database.db.select().from(predictionScore)).toMatchObject([
      { kind: 'demand', key: `LAMP @ ${daventry.code}`, madeAt: first, horizon: '1 d', p10: 3, p50: 5, p90: 7, actual: 8, naive: 4 },
    ])
    await database.db.delete(predictionScore)
  })

  test('comes to the same figures in the database as in plain arithmetic.', async () => {
    const cases = Array.from({ length: 60 }, () => {
      const [p10, p50, p90] = [random(), random(), random()].sort((a, b) => a - b) as [number, number, number]
      return { p10, p50, p90, actual: random(), naive: random() < 0.2 ? null : random() }
    })
    await keepScores(
      database.db,
      cases.map((one, index) => ({
        ...{ ...one, kind: 'arrival' as const, key: `s${index % 20}`, madeAt: at(index), horizon: 'x', horizonHours: 1 },
        ...{ lane: index % 3 === 0 ? 'a' : 'b', actualAt: at(index), scoredAt: at(index) },
      })),
    )
    const window = { kind: 'arrival', from: at(0), until: at(60) } as const
    const [all] = await accuracyOf(database.db, window)
    const { coverage, ...figures } = figuresOf(cases) as NonNullable<ReturnType<typeof figuresOf>>
    const close = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, expect.closeTo(value, 6)]))
    const beside = besideNaive(cases)
    expect(all).toMatchObject({
      ...close,
      things: 20,
      covered: Math.round(coverage * 60),
      naiveError: expect.closeTo(beside.naiveErrors / beside.cases, 6),
      errorBesideNaive: expect.closeTo(beside.errors / beside.cases, 6),
    })
    expect((await accuracyOf(database.db, window, 'lane')).map(({ name, cases: count }) => [name, count])).toEqual([
      ['b', 40],
      ['a', 20],
    ])
    expect(await accuracyOf(database.db, window, 'product')).toEqual([])
    expect(await accuracyOf(database.db, { ...window, from: at(900), until: at(901) })).toEqual([])
    expect(await accuracyOf(database.db, { ...window, until: at(30) })).toMatchObject([{ cases: 30 }])
  })
})

describe('Testing and training', () => {
  const train = async (model: 'demand' | 'arrival') => {
    const { id } = await requestRun(database.db, model, wallClock.now())
    await queue.request('train', [{ data: { runId: id, model }, deduplicationId: model }])
    await vi.waitFor(
      async () => {
        const found = (await latestRuns(database.db)).find(({ run }) => run.id === id)
        expect(found?.run.finishedAt).not.toBeNull()
      },
      { timeout: 40_000, interval: 50 },
    )
    return (await latestRuns(database.db)).find(({ run }) => run.id === id)
  }

  test('takes a model that wins into use, out of use when it loses, and back when it wins again.', async () => {
    errors = { model: 1, naive: 3 }
    expect(await train('demand')).toMatchObject({ run: { parts: 2, failed: false, version: 1 }, partsDone: 2 })
    expect(await currentModel(database.db, 'demand')).toMatchObject({ version: 1, rows: 80, state: { learnt: true } })
    errors = { model: 3, naive: 1 }
    const lost = await train('demand')
    expect(lost?.run.outcome).toMatch(/worse than last week again/)
    expect(await currentModel(database.db, 'demand')).toBeUndefined()
    errors = { model: 1, naive: 3 }
    await train('demand')
    expect(await currentModel(database.db, 'demand')).toMatchObject({ version: 3 })
    const tested = await backtestsOf(database.db, lost?.run.id as string)
    expect(tested.map(({ part, group }) => [part, group])).toEqual([
      ['one', ''],
      ['one', 'one-0'],
      ['one', 'one-1'],
      ['two', ''],
      ['two', 'two-0'],
      ['two', 'two-1'],
    ])
    expect(tested[1]?.figures?.cases).toBe(20)
  })

  test('runs once at a time, and one that was lost makes room for the next.', async () => {
    const first = await requestRun(database.db, 'customs', at(0))
    expect(await requestRun(database.db, 'customs', at(1))).toEqual({ id: first.id, isNew: false })
    const next = await requestRun(database.db, 'customs', at(3))
    expect(next).toMatchObject({ isNew: true })
    expect((await latestRuns(database.db)).find(({ run }) => run.model === 'customs')?.run.id).toBe(next.id)
  })

  test('makes no version of what there is nothing to learn from.', async () => {
    expect(await train('arrival')).toMatchObject({ run: { failed: false, version: null, outcome: 'There is nothing to learn from yet.' } })
    expect((await listModels(database.db)).filter(({ name }) => name === 'arrival')).toEqual([])
  })

  test('learns how long stages take from those that are over, and whoever predicts knows it at once, and what came since.', async () => {
    const told = Array.from({ length: 160 }, (_, number) => voyage(number, 11 + random()))
    expect(await recordOutcomes(database.db, told)).toBe(160)
    // Told again, nothing is new.
    expect(await recordOutcomes(database.db, told)).toBe(0)
    const run = await train('arrival')
    expect(run?.run.outcome).toMatch(/better than the plan/)
    expect(run).toMatchObject({ run: { failed: false, parts: 4 }, partsDone: 4 })
    const newest = (await listModels(database.db)).find(({ name }) => name === 'arrival')
    expect(newest).toMatchObject({ inUse: true, rows: 160, windowFrom: at(0) })
    expect(newest?.metrics).toMatchObject({ cases: 80 })

    const stage = { kind: 'leg', mode: 'sea', origin: antwerp.code, destination: felixstowe.code, plannedHours: 10 } as const
    const assumed = { p10: 9, p50: 10, p90: 11 }
    const knownNow = (hours: number) => createArrivalKnowledge({ db: database.db, clock: { now: () => at(hours) } })()
    const before = (await knownNow(1_930)).predict({ ...stage, startedAtMs: at(1_930).getTime() }, assumed)
    expect(before.hours.p50).toBeGreaterThan(11)
    expect(before.basis?.journeys).toBe(160)
    await recordOutcomes(
      database.db,
      Array.from({ length: 20 }, (_, number) => voyage(165 + number, 20)),
    )
    const after = (await knownNow(2_400)).predict({ ...stage, startedAtMs: at(2_400).getTime() }, assumed)
    expect(after.hours.p90).toBeGreaterThan(before.hours.p90)
    await useModel(database.db, { name: 'arrival', version: newest?.version ?? 0, inUse: false, reason: 'It lost.', why: null })
    // Then fixed rules are all there is.
    const without = (await knownNow(2_400)).predict(stage, assumed)
    expect(without.basis).toBeNull()
    expect(without.hours.p50).toBeCloseTo(assumed.p50, 6)
  })
})
