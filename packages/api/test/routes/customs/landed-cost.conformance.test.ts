import type { LandedCostComparison, LandedCostQuote } from '@lading/shared/contract/landed-cost'
import { putRates } from '@lading/store/postgres/exchange-rate/put'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../../support/platform.ts'

const rules = [
  { key: 'eu-valuation', destination: 'EU', terms: { kind: 'valuation', basis: 'cif', currency: 'EUR' } },
  {
    ...{ key: 'eu-9405', destination: 'EU', hsPrefix: '9405' },
    terms: { kind: 'duty', measure: 'third-country', programme: '', charge: { percent: '3.7' } },
  },
  { key: 'de-vat', destination: 'DE', terms: { kind: 'tax', name: 'VAT', percent: '19', on: ['freight', 'duty'] } },
].map((rule) => ({ ...rule, source: 'Example', validFrom: '2021-01-01' }))

const until = async <Value>(ask: () => Promise<Value | undefined>): Promise<Value> => {
  for (;;) {
    const found = await ask()
    if (found !== undefined) return found
  }
}

const euros = (minorUnits: number) => ({ minorUnits, currency: 'EUR' })
const request = {
  ...{ from: 'CN', destination: 'DE', currency: 'EUR', incoterm: 'DAP', freight: euros(20_000), insurance: euros(1_000) },
  lines: [{ hsCode: '940521', origin: 'CN', quantity: 10, value: euros(100_000) }],
}

describe('A landed cost', () => {
  let api: TestApi
  let operator: Awaited<ReturnType<TestApi['as']>>
  let now = new Date('2026-03-01T12:00:00.000Z')
  const keyed = async (key: string, body: object) =>
    api.app.inject({
      ...{ method: 'POST', url: '/v1/landed-cost', body },
      ...{ headers: { 'idempotency-key': key }, cookies: await api.signIn('operator') },
    })
  const count = async () => (await api.database.sql`select count(*)::int as count from landed_cost_quote`)[0]?.count

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    operator = await api.as('operator')
    await operator('POST', '/v1/trade-rules/import', { rules })
  })
  afterAll(() => api?.stop())

  it('is quoted with every charge, and stays as it was told when rules change.', async () => {
    const quote = (await operator('POST', '/v1/landed-cost', request)).json<LandedCostQuote>()
    expect(quote).toMatchObject({
      validUntil: '2026-03-02T12:00:00.000Z',
      cost: { total: euros(149_318), paidBy: { buyer: euros(128_318), seller: euros(21_000) }, isComplete: true, findings: [] },
    })
    await operator('POST', '/v1/trade-rules', {
      ...rules[1],
      ...{ validFrom: '2026-04-01', terms: { kind: 'duty', measure: 'third-country', programme: '', charge: { percent: '4.7' } } },
    })
    const viewer = await api.as('viewer')
    expect((await viewer('GET', `/v1/landed-cost/${quote.id}`)).json()).toEqual(quote)
    expect((await viewer('POST', '/v1/landed-cost', request)).statusCode).toBe(403)
  })

  it('is one quote for the same key and body, however often it is sent at once; another body is refused.', async () => {
    const before = await count()
    const answers = await Promise.all([keyed('order-1', request), keyed('order-1', request), keyed('order-1', request)])
    const ids = new Set(answers.map((answer) => answer.json<LandedCostQuote>().id))
    expect([ids.size, await count()]).toEqual([1, before + 1])
    const other = await keyed('order-1', { ...request, incoterm: 'DDP' })
    expect([other.statusCode, other.json().code]).toEqual([409, 'idempotency-key-used'])
    expect((await keyed('order-2', { ...request, incoterm: 'DDP' })).statusCode).toBe(200)
  })

  it('that turned out otherwise is explained by value and tariff, to the cent.', async () => {
    const quote = (await operator('POST', '/v1/landed-cost', { ...request, day: '2026-03-15' })).json<LandedCostQuote>()
    now = new Date('2026-04-02T12:00:00.000Z')
    const lines = [{ ...request.lines[0], value: euros(110_000) }]
    const compared = (await operator('POST', `/v1/landed-cost/${quote.id}/compare`, { lines })).json<LandedCostComparison>()
    const { causes, quoted, now: today, rules: changed } = compared.variance
    expect(causes.filter(({ difference }) => difference.minorUnits !== 0)).toEqual([
      { cause: 'value', difference: euros(10_000 + 370 + 1_970) },
      { cause: 'tariff', difference: euros(1_310 + 249) },
    ])
    expect(today.minorUnits - quoted.minorUnits).toBe(13_899)
    expect(changed.map(({ before, after }) => [before?.version, after?.version])).toEqual([[1, 2]])
  })

  it('of goods that were classified otherwise is explained by that, and not by the tariff.', async () => {
    const { id } = (await operator('POST', '/v1/landed-cost', { ...request, day: '2026-03-15' })).json<LandedCostQuote>()
    const body = { day: '2026-03-15', lines: [{ ...request.lines[0], hsCode: '620520' }] }
    const { variance } = (await operator('POST', `/v1/landed-cost/${id}/compare`, body)).json<LandedCostComparison>()
    expect(variance.causes.filter(({ difference }) => difference.minorUnits !== 0).map(({ cause }) => cause)).toEqual(['classification'])
  })

  it('rests on rules that are kept once, as they were, whatever becomes of them.', async () => {
    const frozen = async () => (await api.database.sql`select rule->>'key' as key from quoted_rule`).length
    const one = (await operator('POST', '/v1/landed-cost', request)).json<LandedCostQuote>()
    const before = await frozen()
    const many = await Promise.all(Array.from({ length: 5 }, () => operator('POST', '/v1/landed-cost', request)))
    expect([new Set(many.map((answer) => answer.json<LandedCostQuote>().id)).size, await frozen()]).toEqual([5, before])
    expect(await api.database.sql`select id from quoted_rule where sha256(convert_to(rule::text, 'UTF8')) <> hash`).toHaveLength(0)
    // Another process tells it, by the database alone: quotes hear of it, and what was quoted is still explained by what was.
    await api.database.sql`update trade_rule set terms = jsonb_set(terms, '{percent}', '"20"') where key = 'de-vat'`
    const { causes, rules: changed } = await until(async () => {
      const { variance } = (await operator('POST', `/v1/landed-cost/${one.id}/compare`, {})).json<LandedCostComparison>()
      return variance.now.minorUnits === variance.quoted.minorUnits ? undefined : variance
    })
    expect(causes.filter(({ difference }) => difference.minorUnits !== 0).map(({ cause }) => cause)).toEqual(['tariff'])
    expect(changed).toBeDefined()
    await api.database.sql`update trade_rule set terms = jsonb_set(terms, '{percent}', '"19"') where key = 'de-vat'`
    await operator('POST', '/v1/trade-rules?preview=true', { ...rules[2], validFrom: '2030-01-01' })
  })

  it('is reckoned by the rates that come with it, and refused where one is missing or there are no rules.', async () => {
    const dollars = { ...request, lines: [{ ...request.lines[0], value: { minorUnits: 100_000, currency: 'USD' } }] }
    const missing = await operator('POST', '/v1/landed-cost', dollars)
    expect([missing.statusCode, missing.json().errors]).toEqual([
      422,
      [{ path: '/exchangeRates', message: 'there is none from USD to EUR' }],
    ])
    const exchangeRates = [{ from: 'USD', to: 'EUR', rate: '0.5', date: '2026-03-01', source: 'Contract' }]
    const quote = (await operator('POST', '/v1/landed-cost', { ...dollars, exchangeRates })).json<LandedCostQuote>()
    expect([quote.cost.customsValue, quote.cost.exchange]).toEqual([euros(71_000), exchangeRates])
    await api.database.db.transaction((tx) => putRates(tx, [{ currency: 'USD', rate: '1.25', date: '2026-04-01' }], 'ECB', now))
    const published = (await operator('POST', '/v1/landed-cost', dollars)).json<LandedCostQuote>()
    expect(published.cost.exchange).toEqual([{ from: 'USD', to: 'EUR', rate: '0.8', date: '2026-04-01', source: 'ECB' }])
    const nowhere = await operator('POST', '/v1/landed-cost', { ...request, destination: 'BR' })
    expect([nowhere.statusCode, nowhere.json().errors[0].path]).toEqual([422, '/destination'])
    const wrong = await operator('POST', '/v1/landed-cost', { ...request, currency: 'QQQ', from: 'XX' })
    expect(wrong.json().errors.map(({ path }: { path: string }) => path)).toEqual(['/from', '/currency'])
  })
})
