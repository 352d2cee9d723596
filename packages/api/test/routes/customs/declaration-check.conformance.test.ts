import type { Declaration, DeclarationCheck, ShipmentDeclarationCheck } from '@lading/shared/contract/declaration-check'
import type { Shipment } from '@lading/shared/contract/shipment'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-02-19T12:00:00Z')
const lamp = {
  ...{ description: 'Desk lamp, LED', hsCode: '940521', quantity: 10, value: { minorUnits: 20_000, currency: 'EUR' } },
  ...{ origin: 'CN', weightKg: 12.5 },
}

describe('The data of declarations, before anything leaves', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const create = async (change = {}) => ((await as('POST', '/v1/shipments', newShipment(change))).json() as Shipment).id
  const check = async (id: string) => (await as('GET', `/v1/shipments/${id}/declaration-check`)).json() as ShipmentDeclarationCheck
  const codes = ({ findings }: DeclarationCheck) => findings.map(({ severity, code }) => `${severity} ${code}`)

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
  })
  afterAll(() => api?.stop())
  beforeEach(() => api.database.sql`truncate shipment, trade_rule cascade`)

  it('are held to what such goods were declared as before, and never to themselves.', async () => {
    for (let index = 0; index < 9; index++)
      await create({ items: [{ ...lamp, value: { minorUnits: 20_000 + 200 * index, currency: 'EUR' } }] })
    expect(codes(await check(await create({ items: [lamp] })))).toEqual([])
    const dear = await create({ items: [{ ...lamp, value: { minorUnits: 900_000, currency: 'EUR' } }] })
    expect(codes(await check(dear))).toEqual(['warning value-unusual', 'warning weight-unusual'])
    const fish = await check(await create({ items: [{ ...lamp, hsCode: '030214' }] }))
    expect(fish.findings).toMatchObject([
      {
        ...{ code: 'hs-implausible', path: '/lines/0/hsCode', facts: { heading: '9405', lines: 11 } },
        source: { name: 'Declared before on this platform', date: '2026-02-19' },
      },
    ])
    expect(fish.declaration?.lines[0]?.hsCode).toBe('030214')
  })

  it('are held to the rules of trade on the day of arrival, and to the papers that are there until then.', async () => {
    const id = await create({ items: [lamp] })
    const rule = { destination: 'EU', hsPrefix: '9405', source: 'An example', validFrom: '2021-01-01' }
    const document = { kind: 'document', document: 'CE declaration', toDo: 'Ask the maker.' }
    await as('POST', '/v1/trade-rules', { ...rule, key: 'lamp-document', terms: document })
    const prohibition = { kind: 'prohibition', what: 'Not any more', toDo: 'Keep them.' }
    await as('POST', '/v1/trade-rules', { ...rule, key: 'lamp-end', terms: prohibition, validFrom: '2027-01-01' })
    const [finding, ...others] = (await check(id)).findings
    expect([finding, others]).toMatchObject([
      { code: 'document-missing', severity: 'critical', toDo: 'Ask the maker.', source: { name: 'An example', date: '2021-01-01' } },
      [],
    ])
    const put = (body: object) => as('PUT', `/v1/shipments/${id}/customs/2`, body)
    await put({ presentDocuments: ['CE declaration'], documentsValidUntil: { 'CE declaration': '2026-02-28' } })
    expect(codes(await check(id))).toEqual(['critical document-expires'])
    await put({ documentsValidUntil: { 'CE declaration': '2026-12-31' } })
    expect(codes(await check(id))).toEqual([])
  })

  it('can be looked at before anything is booked; whatever is wrong is said, and nothing is kept.', async () => {
    const declaration: Declaration = {
      ...{ country: 'NL', incoterm: 'FOB', modes: ['air'], requiredDocuments: [], documents: [] },
      parties: [{ role: 'consignor', name: 'Shenzhen Lamps', country: 'CN' }],
      lines: [{ ...lamp, hsCode: 'lamps', origin: 'China' }],
    }
    const answer = await as('POST', '/v1/declaration-check', declaration)
    expect(codes(answer.json())).toEqual([
      ...['critical hs-malformed', 'critical origin-unknown', 'critical party-missing', 'warning incoterm-not-by-sea'],
    ])
    expect((await as('GET', '/v1/shipments')).json().items).toEqual([])
    const viewer = await api.as('viewer')
    expect((await viewer('POST', '/v1/declaration-check', declaration)).statusCode).toBe(403)
  })

  it('are nothing where goods stay within one territory, and of no shipment that there is not.', async () => {
    const id = await create({ legs: newShipment().legs.slice(1) })
    expect(await check(id)).toMatchObject({ declaration: null, hasDeparted: false, findings: [] })
    const missing = await as('GET', '/v1/shipments/00000000-0000-4000-8000-000000000000/declaration-check')
    expect([missing.statusCode, missing.json().code]).toEqual([404, 'shipment-not-found'])
  })
})
