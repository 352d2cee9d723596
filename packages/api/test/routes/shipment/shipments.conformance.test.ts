import type { Shipment } from '@lading/shared/contract/shipment'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

describe('Shipments over HTTP', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const create = async (change = {}) => (await as('POST', '/v1/shipments', newShipment(change))).json() as Shipment

  beforeAll(async () => {
    api = await startApi()
    as = await api.as('operator')
    for (const place of places) expect((await as('PUT', `/v1/locations/${place.code}`, place)).statusCode).toBe(200)
  })
  afterAll(() => api?.stop())

  it('A new shipment gets a number, its legs in order, and is planned by the workers.', async () => {
    const response = await as('POST', '/v1/shipments', newShipment({ reference: 'PO 4711' }))
    expect(response.statusCode).toBe(201)
    const shipment = response.json() as Shipment
    expect(shipment).toMatchObject({
      trackingNumber: expect.stringMatching(/^LD[0-9A-HJKMNP-TV-Z]{10}$/),
      reference: 'PO 4711',
      state: 'info-received',
      mode: 'sea',
      carrier: 'Blue Anchor Line',
      origin: { code: 'CNSZX', name: 'Shenzhen', country: 'CN' },
      destination: { code: 'ADDR-00000001' },
      position: null,
      eta: null,
      openAlerts: 0,
      worstSeverity: null,
      progress: 0,
    })
    expect(shipment.legs.map(({ sequence, mode }) => [sequence, mode])).toEqual([
      [1, 'sea'],
      [2, 'parcel'],
    ])
    expect(shipment.legs[0]?.departure).toEqual({ planned: '2026-02-20T08:00:00.000Z', estimated: null, actual: null })
    expect(shipment.items[0]?.value).toEqual({ minorUnits: 4_990, currency: 'EUR' })
    expect(response.headers.location).toBe(`/v1/shipments/${shipment.id}`)
    expect((await as('GET', `/v1/shipments/${shipment.id}`)).json()).toEqual(shipment)
    expect(api.requested).toContainEqual({ name: 'plan', id: shipment.id })
    expect(api.published).toContainEqual({ topic: 'live/shipments', message: { shipmentIds: [shipment.id] } })
  })

  it('Everything that is wrong with a shipment is said at once, each with its place.', async () => {
    const { legs, items } = newShipment()
    const response = await as('POST', '/v1/shipments', {
      ...newShipment(),
      trackingNumber: 'CSQU3054384',
      items: [{ ...items[0], value: { minorUnits: 1, currency: 'XYZ' } }],
      legs: [legs[0], { ...legs[1], origin: 'CNSZX', plannedDeparture: '2026-03-01T00:00:00Z', plannedArrival: '2026-03-01T00:00:00Z' }],
      limits: { temperatureMinC: 8, temperatureMaxC: 2 },
    })
    expect(response.statusCode).toBe(422)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ code: 'not-valid', status: 422, instance: '/v1/shipments' })
    expect(response.json().errors.map(({ path }: { path: string }) => path)).toEqual([
      '/trackingNumber',
      '/legs/1/origin',
      '/legs/1/plannedArrival',
      '/legs/1/plannedDeparture',
      '/items/0/value/currency',
      '/limits',
    ])
  })

  it('Places and devices that nobody knows are named, and nothing is left behind.', async () => {
    const { legs } = newShipment()
    const response = await as('POST', '/v1/shipments', {
      ...newShipment({ trackingNumber: 'LEFT-BEHIND' }),
      deviceId: 'no-such-device',
      legs: [legs[0], { ...legs[1], destination: 'XXNOT' }],
    })
    expect(response.statusCode).toBe(422)
    expect(response.json().errors).toMatchObject([
      { path: '/legs/1/destination', message: 'there is no location XXNOT' },
      { path: '/deviceId', message: 'there is no device no-such-device' },
    ])
    expect((await as('GET', '/v1/shipments?q=LEFT-BEHIND')).json().items).toEqual([])
  })

  it('A field that does not exist is refused instead of being left out.', async () => {
    const response = await as('POST', '/v1/shipments', { ...newShipment(), colour: 'red' })
    expect(response.statusCode).toBe(400)
    expect(response.json().errors).toMatchObject([{ path: '', message: 'must NOT have additional properties: colour' }])
  })

  it('A body is not bent into shape: a number in quotes is an error.', async () => {
    const { items } = newShipment()
    const response = await as('POST', '/v1/shipments', { ...newShipment(), items: [{ ...items[0], quantity: '2' }] })
    expect(response.json().errors).toMatchObject([{ path: '/items/0/quantity', message: 'must be integer' }])
  })

  it('A number that is taken is a conflict.', async () => {
    await create({ trackingNumber: 'CSQU3054383' })
    const again = await as('POST', '/v1/shipments', newShipment({ trackingNumber: 'CSQU3054383' }))
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({ code: 'tracking-number-taken', errors: [{ path: '/trackingNumber' }] })
  })

  it('A device goes along from the first planned departure.', async () => {
    await as('POST', '/v1/devices', { id: 'goes-along' })
    const { devices } = await create({ deviceId: 'goes-along' })
    expect(devices).toEqual([{ deviceId: 'goes-along', from: '2026-02-20T08:00:00.000Z', until: null }])
  })

  it('A change leaves alone what it does not name, and clears what it names as null.', async () => {
    const before = await create({ reference: 'before', limits: { temperatureMinC: 2, temperatureMaxC: 8 } })
    const response = await as('PATCH', `/v1/shipments/${before.id}`, {
      reference: null,
      limits: { temperatureMaxC: 6 },
      items: [{ description: 'Vaccine', hsCode: '300241', quantity: 10, value: { minorUnits: 100_000, currency: 'JPY' } }],
    })
    expect(response.statusCode).toBe(200)
    const after = response.json() as Shipment
    expect(after).toMatchObject({
      reference: null,
      promisedAt: before.promisedAt,
      limits: { temperatureMinC: 2, temperatureMaxC: 6, shockMaxG: null },
      parties: before.parties,
    })
    expect(after.items.map(({ description }) => description)).toEqual(['Vaccine'])
    expect((await as('PATCH', `/v1/shipments/${before.id}`, { promisedAt: null })).json().promisedAt).toBeNull()
  })

  it('What people say of a shipment is its state, until they take it back.', async () => {
    const { id, state, saidState } = await create({})
    expect([state, saidState]).toEqual(['info-received', null])
    const say = (what: unknown) => as('PATCH', `/v1/shipments/${id}`, { saidState: what })
    expect((await say('attempt-failed')).json()).toMatchObject({ state: 'attempt-failed', saidState: 'attempt-failed' })
    // What a position can show is not for people to say.
    expect((await say('delivered')).statusCode).toBe(400)
    expect((await say(null)).json()).toMatchObject({ saidState: null })
  })

  it('A change that would leave no temperature within the limits is refused as a whole.', async () => {
    const { id } = await create({ limits: { temperatureMinC: 2, temperatureMaxC: 8 } })
    const response = await as('PATCH', `/v1/shipments/${id}`, { reference: 'after', limits: { temperatureMaxC: 1 } })
    expect(response.statusCode).toBe(422)
    expect((await as('GET', `/v1/shipments/${id}`)).json()).toMatchObject({ reference: null, limits: { temperatureMaxC: 8 } })
  })

  it('Containers are kept with a shipment, and changed as a whole.', async () => {
    const { id, containers } = await create({ containers: ['CSQU3054383'] })
    expect(containers).toEqual(['CSQU3054383'])
    const change = (containers: string[]) => as('PATCH', `/v1/shipments/${id}`, { containers })
    expect((await change(['CSQU3054384'])).json()).toMatchObject({ status: 422, errors: [{ path: '/containers/0' }] })
    expect((await change(['TRLU3054380', 'CSQU3054383', 'CSQU3054383'])).statusCode).toBe(400)
    expect((await change([])).json().containers).toEqual([])
  })

  it('A shipment that does not exist is not found, whatever is asked of it.', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    for (const [method, path, body] of [
      ['GET', ''],
      ['PATCH', '', {}],
      ['GET', '/track'],
      ['GET', '/conditions'],
      ['POST', '/tracking-links', {}],
    ] as const) {
      const response = await as(method, `/v1/shipments/${nobody}${path}`, body)
      expect([response.statusCode, response.json().code], path).toEqual([404, 'shipment-not-found'])
    }
  })
})
