import type { Accuracy, Backtests } from '@lading/shared/contract/accuracy'
import type { Models } from '@lading/shared/contract/model'
import { keepBacktest } from '@lading/store/postgres/backtest/keep'
import { saveModel } from '@lading/store/postgres/model/save'
import { finishRun } from '@lading/store/postgres/model-run/finish'
import { startRun } from '@lading/store/postgres/model-run/start'
import { keepScores, type PredictionScore } from '@lading/store/postgres/prediction-score/keep'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-03-30T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

const score = (key: string, days: number, change: Partial<PredictionScore> = {}): PredictionScore => ({
  kind: 'arrival',
  key,
  madeAt: daysAgo(days + 1),
  horizon: '6-24 h',
  horizonHours: 20,
  lane: 'CNSZX → NL',
  carrier: 'Blue Anchor Line',
  p10: 15,
  p50: 20,
  p90: 30,
  actual: 24,
  naive: 14,
  actualAt: daysAgo(days),
  scoredAt: now,
  ...change,
})

describe('Accuracy', () => {
  let api: TestApi
  let asViewer: Awaited<ReturnType<TestApi['as']>>
  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    asViewer = await api.as('viewer')
  })
  afterAll(() => api?.stop())

  it('Before anything is scored there are no figures, and nothing is made up.', async () => {
    expect((await asViewer('GET', '/v1/accuracy?kind=arrival&by=lane')).json()).toEqual({
      kind: 'arrival',
      since: daysAgo(30).toISOString(),
      until: now.toISOString(),
      coverageClaimed: 0.8,
      all: null,
      items: [],
      nextTruthAt: null,
    })
    expect((await asViewer('GET', '/v1/backtests?model=arrival')).json()).toEqual({ runId: null, items: [], groups: [] })
    expect(((await asViewer('GET', '/v1/models')).json() as Models).items).toEqual([
      { name: 'arrival', isTrained: true, versions: [], run: null },
      { name: 'customs', isTrained: true, versions: [], run: null },
      { name: 'demand', isTrained: true, versions: [], run: null },
    ])
  })

  it('Figures come beside the naive rule, beside the month before, and with how sure they are.', async () => {
    await keepScores(api.database.db, [
      score('a', 1),
      score('b', 2, { actual: 40, lane: 'CNSZX → DE' }),
      score('c', 40, { actual: 22 }),
      score('d', 3, { kind: 'demand', lane: null, product: 'LAMP' }),
    ])
    const { all, items } = (await asViewer('GET', '/v1/accuracy?kind=arrival&by=lane')).json() as Accuracy
    expect(all).toMatchObject({ name: null, cases: 2, things: 2, meanError: 12, medianError: 12, bias: -12, coverage: 0.5, naiveError: 18 })
    expect(all?.improvement).toBeCloseTo(1 / 3)
    expect(all?.before).toEqual({ cases: 1, meanError: 2, coverage: 1 })
    expect(all?.coverageFrom).toBeCloseTo(0.0945, 3)
    expect(all?.coverageUntil).toBeCloseTo(0.9055, 3)
    expect(items.map(({ name, cases, before }) => [name, cases, before?.cases])).toEqual([
      ['CNSZX → DE', 1, undefined],
      ['CNSZX → NL', 1, 1],
    ])
    const since = (await asViewer('GET', `/v1/accuracy?kind=arrival&since=${daysAgo(50).toISOString()}`)).json() as Accuracy
    expect([since.all?.cases, since.items]).toEqual([3, []])
    expect(((await asViewer('GET', '/v1/accuracy?kind=demand&by=product')).json() as Accuracy).items).toMatchObject([{ name: 'LAMP' }])
  })

  it.each([
    ['kind=weather', 400, '/querystring/kind'],
    ['kind=arrival&by=colour', 400, '/querystring/by'],
    ['kind=arrival&since=yesterday', 400, '/querystring/since'],
    ['kind=arrival&since=2027-01-01T00:00:00Z', 422, '/querystring/since'],
  ])('A question that makes no sense is refused with its place: %s', async (query, status, path) => {
    const response = await asViewer('GET', `/v1/accuracy?${query}`)
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json().errors).toEqual([expect.objectContaining({ path })])
  })

  it('Training is for admins, is asked for once however often, and its progress and verdict are shown.', async () => {
    const asAdmin = await api.as('admin')
    expect((await asViewer('POST', '/v1/models/arrival/train')).statusCode).toBe(403)
    expect((await asAdmin('POST', '/v1/models/weather/train')).statusCode).toBe(400)

    const asked = await asAdmin('POST', '/v1/models/arrival/train')
    expect(asked.statusCode).toBe(202)
    expect((await asAdmin('POST', '/v1/models/arrival/train')).json()).toEqual(asked.json())
    expect(api.requested.at(-1)).toEqual({ name: 'train', id: 'arrival' })

    const { db } = api.database
    const { id } = asked.json()
    const figures = { cases: 4, meanError: 1, medianError: 1, bias: 0, coverage: 0.75, pinball: 0.5 }
    await startRun(db, id, 2, now)
    await keepBacktest(db, id, 'p', [{ group: '', figures, beside: { cases: 4, errors: 4, naiveErrors: 8, squares: 6 } }], now)
    const model = async () => ((await asViewer('GET', '/v1/models')).json() as Models).items.find(({ name }) => name === 'arrival')
    expect((await model())?.run).toMatchObject({ id, state: 'running', partsDone: 1, parts: 2 })
    const reason = 'Better than the plan.'
    const why = { code: 'better', cases: 300, improvement: 0.2, isWatched: false } as const
    await saveModel(db, {
      name: 'arrival',
      trainedAt: now,
      windowFrom: null,
      windowTo: null,
      rows: 8,
      metrics: {},
      state: {},
      inUse: true,
      reason,
      why,
    })
    await finishRun(db, id, { outcome: reason, version: 1 }, now)
    expect(await model()).toMatchObject({ versions: [{ version: 1, inUse: true, reason, why }], run: { state: 'done', version: 1 } })
    expect((await asViewer('GET', '/v1/backtests?model=arrival')).json() as Backtests).toEqual({
      runId: id,
      items: [{ part: 'p', group: '', testedAt: now.toISOString(), figures, naiveError: 2 }],
      groups: [],
    })
    expect(((await asViewer('GET', '/v1/backtests?model=arrival&by=group')).json() as Backtests).groups).toEqual([])
  })
})
