import type { Alert } from '@lading/shared/contract/alert'
import type { Shipment, ShipmentPage } from '@lading/shared/contract/shipment'
import { keepRisks } from '@lading/store/postgres/risk/keep'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { moveTo, openAlert } from '../../support/follow.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

describe('Finding shipments and alerts', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const ids = new Map<string, string>()
  const numbers = async (query: string) => {
    const response = await as('GET', `/v1/shipments?${query}`)
    return (response.json() as ShipmentPage).items.map(({ trackingNumber }) => trackingNumber)
  }

  beforeAll(async () => {
    let second = 0
    api = await startApi({ clock: { now: () => new Date(Date.UTC(2026, 2, 1, 0, 0, second)) } })
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    await as('POST', '/v1/devices', { id: 'tag-17' })
    const [sea, parcel] = newShipment().legs
    const changes = {
      'FIRST-1': { reference: '50% off_sale' },
      'SECOND-2': { deviceId: 'tag-17' },
      'THIRD-3': { parties: [{ role: 'consignee', name: "Seán O'Brien", country: 'IE' }] },
      'FOURTH-4': { legs: [parcel], reference: '50x offxsale' },
      'FIFTH-5': { legs: [sea], containers: ['CSQU3054383', 'MSKU1234565'] },
    }
    for (const [trackingNumber, change] of Object.entries(changes)) {
      // Two shipments in each second, so that the order has ties to break.
      second = Math.floor(ids.size / 2)
      const created = await as('POST', '/v1/shipments', newShipment({ trackingNumber, ...(change as object) }))
      ids.set(trackingNumber, (created.json() as Shipment).id)
    }
    const at = '2026-03-01T12:00:00.000Z'
    await moveTo(api, ids.get('FIRST-1') as string, { lat: 10, lon: 179.5, at })
    await moveTo(api, ids.get('SECOND-2') as string, { lat: 10, lon: -179.5, at, state: 'delivered' })
    await moveTo(api, ids.get('THIRD-3') as string, { lat: 10, lon: 0, at })
    for (const [number, chance] of [
      ['FIRST-1', 0.3],
      ['SECOND-2', 0.3],
      ['THIRD-3', 0.5],
    ] as const)
      await api.database.sql`update shipment set miss_probability = ${chance} where tracking_number = ${number}`
    const none = { credit: 0, logistics: 0, information: 0, legal: 0, political: 0, natural: 0 }
    const risk = { base: null, probability: null, evidence: [], removals: [], rank: 0, answered: 0, isWorthKeeping: false }
    await keepRisks(
      api.database.db,
      [
        { ...risk, shipmentId: ids.get('FIRST-1') as string, scores: { ...none, natural: 0.7 } },
        { ...risk, shipmentId: ids.get('SECOND-2') as string, scores: { ...none, natural: 0.9 } },
        { ...risk, shipmentId: ids.get('THIRD-3') as string, scores: { ...none, natural: 0.4, legal: 0.2 } },
      ],
      new Date(at),
    )
    await openAlert(api, ids.get('THIRD-3') as string, 'temperature', 'warning', '2026-03-01T10:00:00Z')
    await openAlert(api, ids.get('THIRD-3') as string, 'shock', 'critical', '2026-03-01T11:00:00Z')
  })
  afterAll(() => api?.stop())

  it('Pages follow one another without a gap or a repeat, newest first, also among shipments of the same second.', async () => {
    const all = await numbers('')
    expect(all).toHaveLength(5)
    expect(all[0]).toBe('FIFTH-5')
    const paged: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = (await as('GET', `/v1/shipments?limit=2${cursor && `&cursor=${cursor}`}`)).json() as ShipmentPage
      paged.push(...page.items.map(({ trackingNumber }) => trackingNumber))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(all)
  })

  it('A shipment that is added while pages are read moves nobody to another page.', async () => {
    const first = (await as('GET', '/v1/shipments?limit=3')).json() as ShipmentPage
    const rest = async () => await numbers(`limit=3&cursor=${first.nextCursor}`)
    const before = await rest()
    const added = (await as('POST', '/v1/shipments', newShipment({ trackingNumber: 'ADDED-LATER' }))).json() as Shipment
    expect(await rest()).toEqual(before)
    await api.database.sql`delete from shipment where id = ${added.id}`
  })

  it('A cursor that no page has given is refused.', async () => {
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const cursor of ['nonsense', made([1]), made(['x', 'y']), made([1e17, 'x']), made([1, "' or true --"]), made({})]) {
      const response = await as('GET', `/v1/shipments?cursor=${cursor}`)
      expect([response.statusCode, response.json().code], cursor).toEqual([400, 'cursor-not-valid'])
    }
  })

  it.each([
    ['state=in-transit', ['THIRD-3', 'FIRST-1']],
    ['state=in-transit&state=delivered', ['THIRD-3', 'SECOND-2', 'FIRST-1']],
    ['mode=parcel', ['FOURTH-4']],
    ['promise=at-risk', ['FIRST-1']],
    ['promise=late', ['THIRD-3']],
    ['promise=late&promise=at-risk', ['FIRST-1', 'THIRD-3']],
    ['promise=on-time', []],
    ['riskKind=natural&riskKind=legal', ['FIRST-1', 'THIRD-3']],
    ['riskKind=legal', []],
    ['riskLevel=high', ['FIRST-1']],
    ['carrier=Fietskoerier', ['FOURTH-4']],
    ['carrier=Fietskoerier&carrier=Nobody', ['FOURTH-4']],
    ['origin=NLRTM', ['FOURTH-4']],
    ['origin=CN&destination=NLRTM', ['FIFTH-5']],
    ['origin=nl', ['FOURTH-4']],
    ['destination=NLRTM', ['FIFTH-5']],
    ['warehouse=NLRTM&carrier=Fietskoerier', ['FOURTH-4']],
    ['warehouse=CNSZX', ['FIRST-1', 'SECOND-2', 'THIRD-3', 'FIFTH-5']],
    ['warehouse=NLRTM', ['FIRST-1', 'SECOND-2', 'THIRD-3', 'FOURTH-4', 'FIFTH-5']],
    ['alertKind=shock&alertKind=late', ['THIRD-3']],
    ['alertKind=late', []],
    ['q=csqu305', ['FIFTH-5']],
    ['q=5043 MSKU', []],
    ['alert=true', ['THIRD-3']],
    ['alert=false&state=in-transit', ['FIRST-1']],
    ['q=second', ['SECOND-2']],
    ['q=TAG-17', ['SECOND-2']],
    ['q=th', ['THIRD-3']],
    ['q=RD', []],
    ['q=_', []],
    ['q=se%C3%A1n%20o%27b', ['THIRD-3']],
    ['q=50%25%20off_', ['FIRST-1']],
    ['q=Shenzhen%20Bright', []],
    ['bbox=170,0,-170,20', ['SECOND-2', 'FIRST-1']],
    ['bbox=-170,0,170,20', ['THIRD-3']],
  ])('%s finds what it says.', async (query, expected) => {
    expect((await numbers(query)).toSorted()).toEqual(expected.toSorted())
  })

  it('A box that is not on the globe is refused with its place.', async () => {
    for (const bbox of ['10,50,20,40', '-181,0,0,10', '0,-91,1,1', 'a,b,c,d', '1,2,3']) {
      const response = await as('GET', `/v1/shipments?bbox=${bbox}`)
      expect([400, 422]).toContain(response.statusCode)
      expect(response.json().errors[0].path, bbox).toBe('/querystring/bbox')
    }
  })

  it('A summary counts its open alerts and says how bad the worst is.', async () => {
    const { items } = (await as('GET', '/v1/shipments?alert=true')).json() as ShipmentPage
    expect(items[0]).toMatchObject({ openAlerts: 2, worstSeverity: 'critical', risk: { natural: 'raised' } })
  })

  it('Alerts are listed newest first, by kind, by shipment, by whether they are open.', async () => {
    const kinds = async (query: string) => ((await as('GET', `/v1/alerts?${query}`)).json().items as Alert[]).map(({ kind }) => kind)
    expect(await kinds('')).toEqual(['shock', 'temperature'])
    expect(await kinds('kind=temperature')).toEqual(['temperature'])
    expect(await kinds(`shipmentId=${ids.get('FIRST-1')}`)).toEqual([])
    expect(await kinds('bbox=-10,0,10,20')).toEqual(['shock', 'temperature'])
    await api.database.sql`update alert set closed_at = now() where kind = 'shock'`
    expect(await kinds('open=true')).toEqual(['temperature'])
    expect(await kinds('open=false')).toEqual(['shock'])
    const first = (await as('GET', '/v1/alerts?limit=1')).json()
    expect(await kinds(`limit=1&cursor=${first.nextCursor}`)).toEqual(['temperature'])
  })
})
