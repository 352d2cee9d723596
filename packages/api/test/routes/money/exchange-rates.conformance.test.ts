import type { PlaybookRun } from '@lading/shared/contract/playbook'
import { liveTopics } from '@lading/shared/live/topics'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-04-14T08:00:00Z')
const ecb = 'Date,USD,CNY,JPY,\n2026-04-13,1.25,7.5,187.5,\n2026-04-10,1.2,8,180,\n2026-03-02,1.25,8,160,\n'

describe('Exchange rates', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    as = await api.as('operator')
  })
  afterAll(() => api?.stop())
  const send = async (query: string, payload: string, type = 'text/csv', role: 'operator' | 'viewer' = 'operator') =>
    api.app.inject({
      ...{ method: 'POST', url: `/v1/exchange-rates/import${query}`, payload, headers: { 'content-type': type } },
      cookies: await api.signIn(role),
    })
  const get = async (url: string) => (await as('GET', url)).json()

  it('Without any, there are none, and that is said.', async () => {
    expect(await get('/v1/exchange-rates')).toEqual({ base: 'EUR', at: '2026-04-14', newest: null, isStale: true, items: [] })
    expect((await as('GET', '/v1/exchange-rates/convert?minorUnits=1&from=USD&to=CNY')).json().errors).toEqual([
      { path: '/querystring/from', message: 'USD has no rate on 2026-04-14 or in the month before' },
      { path: '/querystring/to', message: 'CNY has no rate on 2026-04-14 or in the month before' },
    ])
  })

  it('A file is kept once; with an error nothing of it is kept; only operators bring one.', async () => {
    expect((await send('', ecb)).json()).toEqual({ days: 3, rates: 9, imported: 9, newest: '2026-04-13' })
    expect((await send('', ecb)).json()).toMatchObject({ rates: 9, imported: 0 })
    // Whoever has the queue on the screen asks anew what got dearer.
    expect(api.published).toEqual([{ topic: liveTopics.currencies, message: {} }])
    const wrong = await send('', 'Date,USD\n2026-04-09,1.3\n2026-04-08,none')
    expect([wrong.statusCode, wrong.json().errors]).toMatchObject([
      422,
      [{ path: 'line 3, usd', message: '"none" of USD is not a decimal above 0' }],
    ])
    expect((await get('/v1/exchange-rates/history?currency=USD&from=2026-04-01')).items).toHaveLength(2)
    expect((await send('', ecb, 'text/csv', 'viewer')).statusCode).toBe(403)
    expect((await send('', 'date,currency,rate\n2026-04-13,VND,30000')).json().errors).toMatchObject([{ path: '/querystring/source' }])
    expect((await send('?source=our%20bank', 'date,currency,rate\n2026-04-13,VND,30000')).json()).toMatchObject({ imported: 1 })
    const xml = '<e><Cube time="2026-04-13"><Cube currency="USD" rate="1.25"/><Cube currency="GBP" rate="0.87058"/></Cube></e>'
    expect((await send('', xml, 'application/xml')).json()).toMatchObject({ rates: 2, imported: 1 })
  })

  it('Those of a day are the last ones before it, with how old they are, and stale when a working day must have passed.', async () => {
    const usd = async (query: string) =>
      (await get(`/v1/exchange-rates${query}`)).items.find((each: { currency: string }) => each.currency === 'USD')
    expect(await usd('')).toEqual({ currency: 'USD', rate: '1.25', date: '2026-04-13', source: 'ECB', ageDays: 1, isStale: false })
    expect(await usd('?at=2026-04-12')).toMatchObject({ rate: '1.2', ageDays: 2, isStale: false })
    expect(await usd('?at=2026-03-07')).toMatchObject({ date: '2026-03-02', ageDays: 5, isStale: false })
    expect(await usd('?at=2026-03-08')).toMatchObject({ date: '2026-03-02', ageDays: 6, isStale: true })
    // After a month without a newer one it counts as none.
    expect(await get('/v1/exchange-rates?at=2026-04-02')).toMatchObject({ isStale: true, items: [] })
    const inDollars = await get('/v1/exchange-rates?base=USD')
    expect(inDollars.items.map(({ currency, rate }: { currency: string; rate: string }) => [currency, rate])).toEqual([
      ['CNY', '6'],
      ['EUR', '0.8'],
      ['GBP', '0.696464'],
      ['JPY', '150'],
      ['VND', '24000'],
    ])
    expect((await as('GET', '/v1/exchange-rates?base=XXX')).statusCode).toBe(422)
  })

  it('An amount is converted over the euro, with the rate, its day and whose it is.', async () => {
    expect(await get('/v1/exchange-rates/convert?minorUnits=12345&from=USD&to=JPY')).toEqual({
      ...{ money: { minorUnits: 18_518, currency: 'JPY' }, rate: '150', via: 'EUR', date: '2026-04-13', source: 'ECB' },
      ...{ ageDays: 1, isStale: false },
    })
    expect(await get('/v1/exchange-rates/convert?minorUnits=1&from=USD&to=USD')).toMatchObject({ rate: '1', date: null, isStale: false })
    expect(await get('/v1/exchange-rates/convert?minorUnits=100&from=USD&to=VND')).toMatchObject({
      money: { minorUnits: 24_000 },
      source: 'ECB, our bank',
    })
    const tooMuch = await as('GET', '/v1/exchange-rates/convert?minorUnits=9007199254740991&from=USD&to=VND')
    expect([tooMuch.statusCode, tooMuch.json().errors[0].path]).toEqual([422, '/querystring/minorUnits'])
  })

  it('What a currency was worth is told day by day, of a cross rate too.', async () => {
    expect(await get('/v1/exchange-rates/history?currency=CNY&base=USD')).toEqual({
      ...{ base: 'USD', currency: 'CNY' },
      items: [
        { date: '2026-03-02', rate: '6.4', source: 'ECB' },
        { date: '2026-04-10', rate: '6.66666666667', source: 'ECB' },
        { date: '2026-04-13', rate: '6', source: 'ECB' },
      ],
    })
  })

  it('Open orders in another currency are told with what they were worth and are, and what has come no longer counts.', async () => {
    const place = { code: 'WH-A', name: 'Utrecht', kind: 'warehouse', country: 'NL', lat: 52, lon: 5, zone: 'UTC', geofenceRadiusKm: 2 }
    await as('PUT', '/v1/locations/WH-A', place)
    await as('POST', '/v1/warehouses', { code: 'WH-A' })
    await as('POST', '/v1/products', { sku: 'VALVE', name: 'Valve', cost: { minorUnits: 8_000, currency: 'CNY' } })
    const order = await as('POST', '/v1/purchase-orders', {
      ...{ number: 'PO-1', supplier: 'Pearl River Trading', warehouse: 'WH-A', orderedAt: '2026-03-02T09:00:00Z' },
      lines: [{ product: 'VALVE', quantity: 10 }],
    })
    expect(order.json()).toMatchObject({ state: 'sent', cost: { minorUnits: 80_000, currency: 'CNY' } })
    const cny = {
      ...{ currency: 'CNY', since: '2026-03-02', unknown: 0, isBeyond: true },
      open: { minorUnits: 80_000, currency: 'CNY' },
      worthThen: { minorUnits: 10_000, currency: 'EUR' },
      worthNow: { minorUnits: 10_667, currency: 'EUR' },
    }
    expect(await get('/v1/currency-exposure')).toMatchObject({ own: 'EUR', threshold: 0.05, items: [{ ...cny, change: 0.0667 }] })
    const aside = (until: string) => as('PUT', '/v1/currency-exposure/CNY/snooze', { until })
    expect((await aside('2026-04-01T00:00:00Z')).statusCode).toBe(422)
    expect((await aside('2026-05-01T00:00:00Z')).json().items).toMatchObject([{ snoozedUntil: '2026-05-01T00:00:00.000Z' }])
    expect((await as('PUT', '/v1/currency-exposure/USD/snooze', { until: '2026-05-01T00:00:00Z' })).statusCode).toBe(422)
    expect((await as('DELETE', '/v1/currency-exposure/CNY/snooze')).json().items).toMatchObject([{ snoozedUntil: null }])

    const steps = ['Ask the bank', 'Tell planning'].map((title) => ({
      title,
      owner: 'Buyer',
      withinMinutes: 60,
      message: '{number} moved',
    }))
    const { id: playbookId } = (await (await api.as('admin'))('POST', '/v1/playbooks', { name: 'Currency', steps })).json()
    const begin = (currency: string) => as('POST', `/v1/currency-exposure/${currency}/playbooks`, { playbookId })
    const begun = await begin('CNY')
    expect([begun.statusCode, begun.json().steps[0].message]).toEqual([201, 'CNY moved'])
    expect([(await begin('CNY')).json().code, (await begin('USD')).statusCode]).toEqual(['playbook-begun', 422])
    expect((await get('/v1/currency-exposure')).items).toMatchObject([{ unfinishedPlaybooks: 1 }])
    for (const position of [0, 1]) await as('POST', `/v1/playbook-runs/${begun.json().id}/steps/${position}`, { outcome: 'done' })
    expect((await begin('CNY')).statusCode).toBe(201)
    const { items: runs } = (await get('/v1/currency-exposure/CNY/playbooks')) as { items: PlaybookRun[] }
    const finished = runs.filter(({ finishedAt }) => finishedAt)
    expect([runs.length, finished.map(({ id }) => id)]).toEqual([2, [begun.json().id]])

    await as('POST', `/v1/purchase-orders/${order.json().id}/receipts`, {
      ...{ externalId: 'one', isBooked: true },
      lines: [{ product: 'VALVE', quantity: 7 }],
    })
    const some = [{ open: { minorUnits: 24_000 }, worthThen: { minorUnits: 3_000 } }]
    expect(await get('/v1/currency-exposure')).toMatchObject({ items: some, left: [] })

    // Nothing is open any more, and somebody still has to work through what was begun.
    await as('POST', `/v1/purchase-orders/${order.json().id}/receipts`, {
      ...{ externalId: 'two', isBooked: true },
      lines: [{ product: 'VALVE', quantity: 3 }],
    })
    expect(await get('/v1/currency-exposure')).toMatchObject({ items: [], left: ['CNY'] })
    const { id: runId } = runs.find(({ finishedAt }) => !finishedAt) as PlaybookRun
    for (const position of [0, 1]) await as('POST', `/v1/playbook-runs/${runId}/steps/${position}`, { outcome: 'done' })
    expect(await get('/v1/currency-exposure')).toMatchObject({ items: [], left: [] })
  })
})
