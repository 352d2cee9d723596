import type { CustomsEntry, CustomsEntryChanges, ShipmentCustoms } from '@lading/shared/contract/customs'
import type { Shipment, ShipmentPage } from '@lading/shared/contract/shipment'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-03-29T12:00:00Z')

describe('Declarations over HTTP', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  let id: string
  const create = async (change = {}) => ((await as('POST', '/v1/shipments', newShipment(change))).json() as Shipment).id

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
  })
  afterAll(() => api?.stop())
  beforeEach(async () => {
    id = await create()
    api.published.length = 0
    api.requested.length = 0
  })
  const told = () => ({
    published: api.published.filter(({ topic }) => topic === 'live/shipments').map(({ message }) => message),
    requested: api.requested,
  })
  const news = { published: [{ shipmentIds: [expect.any(String)] }], requested: [{ name: 'plan', id: expect.any(String) }] }

  it('A shipment says where it is cleared before anybody has declared anything.', async () => {
    const crossing = { legSequence: 2, country: 'NL', office: 'NLRTM', place: 'Rotterdam', waits: true }
    expect((await as('GET', `/v1/shipments/${id}/customs`)).json()).toEqual({ entries: [], crossing })
    const inland = await create({ legs: newShipment().legs.slice(1) })
    expect((await as('GET', `/v1/shipments/${inland}/customs`)).json()).toEqual({ entries: [], crossing: null })
    const missing = await as('GET', '/v1/shipments/00000000-0000-4000-8000-000000000000/customs')
    expect([missing.statusCode, missing.json().code]).toEqual([404, 'shipment-not-found'])
  })

  it('What is known of a declaration is said piece by piece, and the arrival time is computed anew.', async () => {
    const put = async (body: object) => (await as('PUT', `/v1/shipments/${id}/customs/2`, body)).json() as CustomsEntry
    await put({ requiredDocuments: ['commercial invoice', 'CE declaration'], declarant: 'Havenzicht Douane BV' })
    const entry = await put({ presentDocuments: ['commercial invoice'], restrictions: ['dual use'], reference: '26NL0003960001' })
    expect(entry).toMatchObject({
      ...{ country: 'NL', office: 'NLRTM', declarant: 'Havenzicht Douane BV', reference: '26NL0003960001', state: 'draft' },
      ...{
        requiredDocuments: ['commercial invoice', 'CE declaration'],
        presentDocuments: ['commercial invoice'],
        restrictions: ['dual use'],
      },
    })
    expect(told()).toEqual({ published: [...news.published, ...news.published], requested: [...news.requested, ...news.requested] })
    expect(((await as('GET', `/v1/shipments/${id}/customs`)).json() as ShipmentCustoms).entries).toEqual([entry])
    expect(((await as('GET', `/v1/shipments/${id}`)).json() as Shipment).customs).toEqual([entry])
  })

  it('Who changed what of a declaration is told with the name, as long as there is such a person.', async () => {
    const changes = `/v1/shipments/${id}/customs/2/changes`
    expect((await as('GET', changes)).json().code).toBe('no-such-declaration')
    await as('PUT', `/v1/shipments/${id}/customs/2`, { broker: 'Agent BV', lastFreeDay: '2026-04-02' })
    const { items } = (await as('GET', changes)).json() as CustomsEntryChanges
    expect(items.map(({ field, before, after, by }) => [field, before, after, by?.name])).toEqual([
      ['lastFreeDay', null, '2026-04-02', expect.any(String)],
      ['broker', null, 'Agent BV', expect.any(String)],
    ])
  })

  it('A leg that there is not, or that passes no customs, is refused; with a country it is taken.', async () => {
    const put = async (leg: number, body = {}) => {
      const response = await as('PUT', `/v1/shipments/${id}/customs/${leg}`, body)
      return [response.statusCode, response.json().code ?? response.json().country]
    }
    expect(await put(3)).toEqual([404, 'leg-not-found'])
    expect(await put(1)).toEqual([409, 'passes-no-customs'])
    expect(await put(0)).toEqual([400, 'not-valid'])
    expect(await put(1, { country: 'SG' })).toEqual([200, 'SG'])
  })

  it('Events move a declaration on, in our words or by the codes of EDIFACT, and are told to whoever looks.', async () => {
    const tell = (body: object) => as('POST', `/v1/shipments/${id}/customs/2/events`, body)
    await tell({ state: 'lodged', eventTime: '2026-03-28T08:00:00Z' })
    await tell({ edifactCode: '1', eventTime: '2026-03-28T09:00:00+01:00', note: 'MRN 26NL0003960001' })
    expect(told()).toEqual({ published: news.published.concat(news.published), requested: news.requested.concat(news.requested) })
    const entry = (await tell({ edifactCode: '6', documents: ['CE declaration'] })).json() as CustomsEntry
    expect(entry).toMatchObject({ state: 'documents-required', channel: 'documents', requiredDocuments: ['CE declaration'] })
    expect(entry.stateAt).toBe(now.toISOString())
    expect(entry.events).toMatchObject([
      { state: 'lodged', source: 'person', eventTime: '2026-03-28T08:00:00.000Z' },
      { state: 'accepted', source: 'partner', eventTime: '2026-03-28T08:00:00.000Z', note: 'MRN 26NL0003960001' },
      { state: 'documents-required', source: 'partner' },
    ])
    const shipment = (await as('GET', `/v1/shipments/${id}`)).json() as Shipment
    expect(shipment).toMatchObject({ customsState: 'held', milestones: [{ code: 'CUSS', locationCode: 'NLRTM' }] })
  })

  it('An event that is told again changes nothing and makes no work.', async () => {
    const tell = () => as('POST', `/v1/shipments/${id}/customs/2/events`, { state: 'lodged', eventTime: '2026-03-28T08:00:00Z' })
    const first = (await tell()).json()
    expect((await tell()).json()).toEqual(first)
    expect(told()).toEqual(news)
  })

  it('An event is refused that says nothing, says two things, has not come yet, or contradicts what is known; each says what to do.', async () => {
    const refusal = async (body: object) => {
      const response = await as('POST', `/v1/shipments/${id}/customs/2/events`, body)
      const { code, errors } = response.json()
      return [response.statusCode, code, errors?.[0]?.path]
    }
    expect(await refusal({})).toEqual([422, 'not-valid', '/state'])
    expect(await refusal({ state: 'lodged', edifactCode: '1' })).toEqual([422, 'not-valid', '/state'])
    expect(await refusal({ edifactCode: '3' })).toEqual([400, 'not-valid', '/edifactCode'])
    expect(await refusal({ state: 'draft' })).toEqual([400, 'not-valid', '/state'])
    expect(await refusal({ state: 'lodged', eventTime: '2026-03-30T00:00:00Z' })).toEqual([422, 'not-valid', '/eventTime'])
    await as('POST', `/v1/shipments/${id}/customs/2/events`, { state: 'released', eventTime: '2026-03-29T10:00:00Z' })
    expect(await refusal({ state: 'examination' })).toEqual([409, 'customs-event-conflict', '/state'])
  })

  it('Declarations are found by state, hold and country, and shipments by what customs does with them.', async () => {
    const numberOf = async (which: string) => ((await as('GET', `/v1/shipments/${which}`)).json() as Shipment).trackingNumber
    await api.database.sql`delete from shipment where id <> ${id}`
    const [pending, drafted] = [await create(), await create()]
    await create()
    await as('POST', `/v1/shipments/${id}/customs/2/events`, { state: 'examination' })
    await as('POST', `/v1/shipments/${pending}/customs/2/events`, { state: 'accepted' })
    await as('PUT', `/v1/shipments/${drafted}/customs/2`, {})

    const entries = async (query: string) =>
      ((await as('GET', `/v1/customs/entries?${query}`)).json().items as { trackingNumber: string }[]).map(
        ({ trackingNumber }) => trackingNumber,
      )
    expect(await entries('held=true&country=NL')).toEqual([await numberOf(id)])
    expect((await entries('state=accepted&state=draft')).sort()).toEqual([await numberOf(pending), await numberOf(drafted)].sort())
    expect(await entries('country=US')).toEqual([])
    expect(await entries(`q=${(await numberOf(id)).slice(2)}`)).toEqual([await numberOf(id)])
    expect(await entries('q=nobody%25')).toEqual([])

    const shipments = async (query: string) => {
      const { items } = (await as('GET', `/v1/shipments?${query}`)).json() as ShipmentPage
      return items.map(({ trackingNumber, customsState }) => [trackingNumber, customsState])
    }
    expect(await shipments('customs=held')).toEqual([[await numberOf(id), 'held']])
    expect((await shipments('customs=open')).sort()).toEqual(
      [
        [await numberOf(id), 'held'],
        [await numberOf(pending), 'pending'],
      ].sort(),
    )
    expect((await shipments('')).filter(([, state]) => state === null)).toHaveLength(2)
  })

  it("Partners' messages find their declaration by tracking number, in any order; one that is wrong stops none of the others.", async () => {
    const number = ((await as('GET', `/v1/shipments/${id}`)).json() as Shipment).trackingNumber
    const inland = (await as('POST', '/v1/shipments', newShipment({ legs: newShipment().legs.slice(1) }))).json() as Shipment
    api.published.length = 0
    api.requested.length = 0
    const message = (code: string, hour: string, more = {}) => ({
      trackingNumber: number,
      code,
      eventTime: `2026-03-29T${hour}:00:00Z`,
      ...more,
    })
    const messages = [
      message('EDC', '11'),
      message('EME', '09', { documents: ['CE declaration'] }),
      message('EDB', '06'),
      message('1', '07'),
      message('5', '08', { trackingNumber: 'NOBODY-1' }),
      message('EDB', '06', { trackingNumber: inland.trackingNumber }),
      message('7', '12'),
      message('EDB', '23'),
    ]
    const send = async () =>
      (await as('POST', '/v1/customs/messages', { messages })).json().items as { outcome: string; problem: { code: string } | null }[]
    const outcomes = (items: Awaited<ReturnType<typeof send>>) => items.map(({ outcome, problem }) => problem?.code ?? outcome)
    const refused = ['shipment-not-found', 'passes-no-customs', 'customs-event-conflict', 'not-valid']
    expect(outcomes(await send())).toEqual(['kept', 'kept', 'kept', 'kept', ...refused])
    expect(told()).toEqual(news)
    expect(outcomes(await send())).toEqual(['known', 'known', 'known', 'known', ...refused])
    expect(told()).toEqual(news)
    const [entry] = ((await as('GET', `/v1/shipments/${id}/customs`)).json() as ShipmentCustoms).entries
    expect(entry).toMatchObject({ state: 'released', channel: 'documents', requiredDocuments: ['CE declaration'] })
    expect(entry?.events.map(({ state, source }) => [state, source])).toEqual(
      ['lodged', 'accepted', 'documents-required', 'released'].map((state) => [state, 'partner']),
    )
    expect((await as('POST', '/v1/customs/messages', { messages: [message('EMD', '06')] })).statusCode).toBe(400)
  })

  it('A message without a leg is about the declaration that is open; with one, about that one.', async () => {
    const trackingNumber = ((await as('GET', `/v1/shipments/${id}`)).json() as Shipment).trackingNumber
    await as('PUT', `/v1/shipments/${id}/customs/1`, { country: 'SG' })
    const send = (message: object) =>
      as('POST', '/v1/customs/messages', { messages: [{ trackingNumber, eventTime: '2026-03-29T06:00:00Z', ...message }] })
    await send({ code: 'EDB' })
    await send({ code: 'EDB', leg: 2 })
    await send({ code: '4', eventTime: '2026-03-29T08:00:00Z' })
    await send({ code: '5', eventTime: '2026-03-29T09:00:00Z' })
    const { entries } = (await as('GET', `/v1/shipments/${id}/customs`)).json() as ShipmentCustoms
    expect(entries.map(({ country, state }) => [country, state])).toEqual([
      ['SG', 'released'],
      ['NL', 'examination'],
    ])
  })

  it('Looking is for everybody who signs in; telling is for operators.', async () => {
    const look = await api.as('viewer')
    expect((await look('GET', '/v1/customs/entries')).statusCode).toBe(200)
    expect((await look('PUT', `/v1/shipments/${id}/customs/2`, {})).statusCode).toBe(403)
    expect((await look('POST', `/v1/shipments/${id}/customs/2/events`, { state: 'lodged' })).statusCode).toBe(403)
  })
})
