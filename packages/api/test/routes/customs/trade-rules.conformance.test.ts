import type { TradeRuleHistory, TradeRuleOutcome, TradeRulePage } from '@lading/shared/contract/trade-rule'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-03-01T12:00:00.000Z')

const lampDuty = (percent: string, change = {}) => ({
  ...{ key: 'eu-duty-9405', destination: 'EU', hsPrefix: '9405', source: 'Example tariff', validFrom: '2021-01-01' },
  terms: { kind: 'duty', measure: 'third-country', programme: '', charge: { percent } },
  ...change,
})

const header =
  'key,kind,destination,origins,hs_prefix,valid_from,valid_to,source,percent,currency,per_subheading,of,up_to,value,basis,name,on'

describe('Rules of trade', () => {
  let api: TestApi
  let operator: Awaited<ReturnType<TestApi['as']>>
  const tell = async (rule: object, url = '/v1/trade-rules') => (await operator('POST', url, rule)).json<TradeRuleOutcome>()
  const list = async (query = '') => (await operator('GET', `/v1/trade-rules${query}`)).json<TradeRulePage>().items
  const csv = async (text: string, query = '') =>
    api.app.inject({
      ...{ method: 'POST', url: `/v1/trade-rules/import${query}`, payload: text },
      ...{ headers: { 'content-type': 'text/csv' }, cookies: await api.signIn('operator') },
    })

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    operator = await api.as('operator')
    for (const place of places) await operator('PUT', `/v1/locations/${place.code}`, place)
  })
  beforeEach(() => api.database.sql`truncate trade_rule, shipment cascade`)
  afterAll(() => api?.stop())

  it('are told by operators and read by everybody who signs in.', async () => {
    const viewer = await api.as('viewer')
    expect((await viewer('POST', '/v1/trade-rules', lampDuty('3.7'))).statusCode).toBe(403)
    const { added } = await tell(lampDuty('3.7'))
    expect(added).toMatchObject([{ version: 1, validTo: null, origins: [], recordedBy: { name: 'The operator' }, endedAt: null }])
    expect((await viewer('GET', `/v1/trade-rules/${added[0]?.id}`)).json()).toEqual(added[0])
    expect((await viewer('GET', '/v1/trade-rules/7b1d6bb8-0f0c-4d2e-9d3c-1f5a3c0f8a11')).statusCode).toBe(404)
  })

  it('are never overwritten: a new version begins, the one before ends the day before, and both are found on their days.', async () => {
    await tell(lampDuty('3.7'))
    const { added, ended } = await tell(lampDuty('4.7', { validFrom: '2026-04-01', version: 1 }))
    expect([added.map(({ version }) => version), ended.map(({ validTo }) => validTo)]).toEqual([[2], ['2026-03-31']])
    const percentOn = async (day: string) => (await list(`?at=${day}`)).map(({ terms }) => terms.kind === 'duty' && terms.charge.percent)
    expect([await percentOn('2026-03-31'), await percentOn('2026-04-01'), await percentOn('2020-12-31')]).toEqual([['3.7'], ['4.7'], []])
    const history = (await operator('GET', `/v1/trade-rules/${added[0]?.id}/history`)).json<TradeRuleHistory>().items
    expect(history.map(({ version, validFrom, endedBy }) => [version, validFrom, endedBy?.name])).toEqual([
      [2, '2026-04-01', undefined],
      [1, '2021-01-01', 'The operator'],
    ])
    const late = await operator('POST', '/v1/trade-rules', lampDuty('5', { validFrom: '2026-05-01', version: 1 }))
    expect([late.statusCode, late.json().code, late.json().errors]).toEqual([
      409,
      'trade-rule-changed',
      [{ path: '/version', message: 'is 2 now' }],
    ])
  })

  it('told for a time before a later version end before that.', async () => {
    await tell(lampDuty('4.7', { validFrom: '2026-06-01' }))
    const { added, ended } = await tell(lampDuty('3.7', { validFrom: '2026-01-01' }))
    expect([added[0]?.validTo, ended]).toEqual(['2026-05-31', []])
  })

  it('that were wrong are withdrawn, and put into force again as a new version.', async () => {
    await tell(lampDuty('3.7'))
    const wrong = await tell(lampDuty('37', { validFrom: '2021-01-01' }))
    expect(wrong.ended).toMatchObject([{ version: 1, validTo: '2020-12-31' }])
    const first = wrong.ended[0]?.id
    const { added, ended } = await tell({ validFrom: '2021-01-01' }, `/v1/trade-rules/${first}/reinstate`)
    expect([added[0]?.version, added[0]?.terms, ended[0]?.version]).toEqual([3, lampDuty('3.7').terms, 2])
    const over = await tell({ lastDay: '2026-03-15' }, `/v1/trade-rules/${added[0]?.id}/end`)
    expect(over.ended).toMatchObject([{ version: 3, validTo: '2026-03-15' }])
    const again = await operator('POST', `/v1/trade-rules/${added[0]?.id}/end`, { lastDay: '2026-04-01' })
    expect([again.statusCode, again.json().errors[0].path]).toEqual([409, '/lastDay'])
    expect((await list()).map(({ version }) => version)).toEqual([3])
  })

  it('are previewed with the open shipments that they touch, and nothing is kept.', async () => {
    await operator('POST', '/v1/shipments', newShipment())
    const other = newShipment()
    await operator('POST', '/v1/shipments', { ...other, items: other.items.map((item) => ({ ...item, hsCode: '950300' })) })
    const early = { ...newShipment(), promisedAt: '2026-03-04T16:00:00.000Z' }
    await operator('POST', '/v1/shipments', early)
    await tell(lampDuty('3.7'))
    const preview = await tell(lampDuty('4.7', { validFrom: '2026-03-20' }), '/v1/trade-rules?preview=true')
    expect(preview).toMatchObject({
      ...{ preview: true, unchanged: 0, added: [{ version: 2 }], ended: [{ version: 1, validTo: '2026-03-19' }] },
      touched: { shipments: 1, items: [{ keys: ['eu-duty-9405'] }] },
    })
    expect((await list()).map(({ version, validTo }) => [version, validTo])).toEqual([[1, null]])
    const elsewhere = await tell(lampDuty('4.7', { validFrom: '2026-03-20', origins: ['VN'], key: 'vn' }), '/v1/trade-rules?preview=true')
    expect(elsewhere.touched).toEqual({ shipments: 0, items: [] })
  })

  it('come from CSV, all of them or none, and the same file told twice changes nothing.', async () => {
    const file = [
      header,
      'eu-valuation,valuation,EU,,,2021-01-01,,Union Customs Code,,EUR,,,,,cif,,',
      'eu-9405,duty,EU,,9405,2021-01-01,,Example,3.7,,,,,,,,',
      'eu-9405,duty,EU,,9405,2026-04-01,,Example,4.7,,,,,,,,',
      'eu-small,de-minimis,EU,CN;VN,,2021-01-01,,Example,,EUR,,duty,150,goods,,,',
      'de-vat,tax,DE,,,2021-01-01,,Example,19,,,,,,,VAT,freight;duty',
    ].join('\n')
    const first = (await csv(file)).json<TradeRuleOutcome>()
    expect(first.added.map(({ key, version, validTo }) => [key, version, validTo]).toSorted()).toEqual([
      ['de-vat', 1, null],
      ['eu-9405', 1, '2026-03-31'],
      ['eu-9405', 2, null],
      ['eu-small', 1, null],
      ['eu-valuation', 1, null],
    ])
    expect((await csv(file)).json<TradeRuleOutcome>()).toMatchObject({ added: [], ended: [], unchanged: 5 })
    expect((await list('?kind=de-minimis&origin=VN&hs=9405'))[0]?.terms).toMatchObject({ of: 'duty', upTo: '150', exceptHs: [] })
    expect((await list('?destination=DE')).length).toBe(5)
    const first2 = (await operator('GET', '/v1/trade-rules?limit=2')).json<TradeRulePage>()
    const rest = await list(`?cursor=${first2.nextCursor}`)
    expect([...first2.items, ...rest].map(({ key, validFrom }) => `${key} ${validFrom}`)).toEqual([
      'de-vat 2021-01-01',
      'eu-9405 2021-01-01',
      'eu-9405 2026-04-01',
      'eu-small 2021-01-01',
      'eu-valuation 2021-01-01',
    ])
  })

  it('that are not right are refused with the row and the field, and nothing is written.', async () => {
    const file = [
      header,
      'eu-9405,duty,EU,,9405,2021-01-01,,Example,3.7,,,,,,,,',
      'eu-bad,duty,XX,,94a5,2021-02-30,,Example,much,,,,,,,,',
      'eu-vat,vat,DE,,,2021-01-01,,Example,19,,,,,,,,',
      'eu-basis,valuation,EU,,,2021-01-01,2020-01-01,Example,7,QQQ,,,,,cif,,',
      'eu-9405,duty,EU,,9405,2021-01-01,,Example,3.9,,,,,,,,',
      'eu-place,duty,XX,,,2021-01-01,,Example,3.9,,,,,,,,',
    ].join('\n')
    const refused = await csv(file)
    const paths = refused.json().errors.map(({ path }: { path: string }) => path)
    expect(refused.statusCode).toBe(422)
    expect(paths.toSorted()).toEqual([
      'line 3, hs_prefix',
      'line 3, percent',
      'line 3, valid_from',
      'line 4, kind',
      'line 5, currency',
      'line 5, percent',
      'line 5, valid_to',
      'line 6, valid_from',
      'line 7, destination',
    ])
    expect(await list()).toEqual([])
    const strange = await csv('key,kind,destination,valid_from,source,precent\na,duty,EU,2021-01-01,b,3')
    expect(strange.json().errors).toMatchObject([{ path: 'line 1', message: 'the column precent is not known' }])
    const noAmount = await operator('POST', '/v1/trade-rules/import', {
      rules: [lampDuty('3'), { ...lampDuty('3', { key: 'x' }), terms: { kind: 'excise', name: 'By weight', charge: { perKg: '3' } } }],
    })
    expect(noAmount.json().errors).toMatchObject([{ path: '/rules/1/terms/charge/currency', message: 'is needed for an amount' }])
    for (const terms of [{ kind: 'duty' }, { kind: 'levy' }, { kind: 'tax', name: 'VAT', percent: '-1', on: [] }])
      expect((await operator('POST', '/v1/trade-rules', { ...lampDuty('3'), terms })).statusCode).toBe(400)
  })
})
