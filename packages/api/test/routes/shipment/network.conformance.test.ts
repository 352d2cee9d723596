import type { AlternativesAnswer, RoutesAnswer } from '@lading/shared/contract/network'
import { recordOutcomes } from '@lading/store/postgres/stage-outcome/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-02-18T08:00:00Z')
const service = { mode: 'air', carrier: 'North Air', origin: 'CNSZX', destination: 'NLRTM', transitHours: { p50: 14 } }
const price = { currency: 'EUR', perShipment: 5_000, perTonne: 300_000, perCubicMetre: 0 }

describe('Ways through the network', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  let viewer: Awaited<ReturnType<TestApi['as']>>
  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    ;[as, viewer] = [await api.as('operator'), await api.as('viewer')]
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
  })
  afterAll(() => api?.stop())

  const ask = async (body: object) =>
    (await viewer('POST', '/v1/network/routes', { from: 'CNSZX', to: 'NLRTM', weightKg: 100, ...body })).json()

  it('Services are told, imported and removed by operators; what is wrong is said with its path, and nothing of it is kept.', async () => {
    expect((await viewer('PUT', '/v1/services/AIR', service)).statusCode).toBe(403)
    const put = await as('PUT', '/v1/services/AIR', { ...service, price, departures: { kind: 'weekly', weekdays: [4], time: '20:00' } })
    expect(put.json()).toMatchObject({ code: 'AIR', ...service, price, co2e: null, source: null, capacity: null })
    const wrong = await as('PUT', '/v1/services/BAD', { ...service, destination: 'NLRTX', transitHours: { p50: 14, p90: 2 } })
    expect([wrong.statusCode, wrong.json().errors]).toMatchObject([422, [{ path: '/transitHours', message: 'P50 is more than P90' }]])
    const lost = await as('PUT', '/v1/services/BAD', { ...service, destination: 'NLRTX' })
    expect(lost.json().errors).toMatchObject([{ path: '/destination', message: 'there is no location NLRTX' }])

    const send = async (payload: string) =>
      api.app.inject({
        method: 'POST',
        url: '/v1/services/csv',
        cookies: await api.signIn('operator'),
        headers: { 'content-type': 'text/csv' },
        payload,
      })
    const head = 'code,mode,carrier,origin,destination,transit_hours,departures,currency,per_tonne,per_shipment,capacity_kg'
    expect((await send(`${head}\nSEA,sea,Blue Anchor Line,CNSZX,NLRTM,800,"5 12:00",EUR,20000,10000,24000`)).json()).toEqual({
      services: 1,
    })
    const refused = await send(`${head}\nS2,sea,X,CNSZX,NLRTM,800,1,EUR,1,1,\nS3,boat,X,CNSZX,NLRTM,8,1,XQZ,1,1,`)
    expect([refused.statusCode, refused.json().errors[0].path]).toEqual([422, 'line 3, mode'])
    expect((await viewer('GET', '/v1/services')).json().items.map(({ code }: { code: string }) => code)).toEqual(['AIR', 'SEA'])
    await as('PUT', '/v1/services/GONE', service)
    expect((await as('DELETE', '/v1/services/GONE')).statusCode).toBe(204)
    expect((await as('DELETE', '/v1/services/GONE')).json().code).toBe('service-not-found')
  })

  it('The fastest way flies and the cheapest sails; each says when it leaves, what it costs and emits, and on what that rests.', async () => {
    const fastest: RoutesAnswer = await ask({ objective: 'time' })
    const [air, sea] = fastest.routes
    expect(fastest.routes).toHaveLength(2)
    expect(air).toMatchObject({
      bestFor: ['time', 'risk'],
      isOnFront: true,
      unpricedLegs: 0,
      cost: { minorUnits: 35_000, currency: 'EUR' },
    })
    // Thursday, 20:00 in Shanghai.
    expect(air?.legs).toMatchObject([
      {
        service: 'AIR',
        departure: '2026-02-19T12:00:00.000Z',
        arrival: '2026-02-20T02:00:00.000Z',
        basis: { kind: 'service', journeys: 0 },
      },
    ])
    expect(air?.legs[0]?.co2eSource).toContain('EEA')
    expect(sea).toMatchObject({
      bestFor: ['cost', 'co2e'],
      cost: { minorUnits: 12_000 },
      legs: [{ service: 'SEA', borderHours: { p50: 24 } }],
    })
    expect((sea?.co2eGrams ?? 0) * 50).toBeLessThan(air?.co2eGrams ?? 0)
    expect(Date.parse(sea?.arrival.p10 ?? '')).toBeLessThan(Date.parse(sea?.arrival.p50 ?? ''))
    const cheapest: RoutesAnswer = await ask({ objective: 'cost', deliverBy: '2026-02-25T00:00:00Z' })
    expect(cheapest.routes.map(({ legs }) => legs[0]?.service)).toEqual(['SEA', 'AIR'])
    expect(cheapest.routes[0]?.missProbability).toBe(1)
    expect(cheapest.routes[1]?.missProbability).toBeLessThan(0.2)
    expect((await ask({ modes: ['sea'] })).routes).toHaveLength(1)
    expect((await ask({ modes: ['sea'], weightKg: 24_000 })).routes).toHaveLength(1)
    expect((await ask({ modes: ['sea'], weightKg: 24_001 })).routes).toEqual([])
    expect((await ask({ currency: 'JPY' })).routes[0]).toMatchObject({ cost: null, unpricedLegs: 1 })
  })

  it('What was seen of a lane tells more than what its carrier says, the more often it was seen.', async () => {
    const seen = Array.from({ length: 45 }, (_, number) => ({
      key: `import/${number}`,
      kind: 'leg' as const,
      mode: 'sea',
      carrier: 'Blue Anchor Line',
    }))
    await recordOutcomes(
      api.database.db,
      seen.map((leg, index) => ({
        ...leg,
        origin: 'CNSZX',
        destination: 'NLRTM',
        distanceKm: 18_500,
        features: {},
        actualHours: 900 + index,
        source: 'import',
      })),
    )
    // What the network rests on is summed up once in half a minute, by every process of its own.
    const fresh = await api.another()
    const answer = await fresh.inject({
      method: 'POST',
      url: '/v1/network/routes',
      cookies: await api.signIn('viewer'),
      body: { from: 'CNSZX', to: 'NLRTM', weightKg: 1000, modes: ['sea'] },
    })
    const [leg] = (answer.json() as RoutesAnswer).routes[0]?.legs ?? []
    expect(leg).toMatchObject({
      basis: { kind: 'history', journeys: 45 },
      distanceKm: 18_500,
      distanceBasis: 'measured',
      co2eGrams: 129_500,
    })
    expect(leg?.hours.p50).toBeGreaterThan(905)
    expect(leg?.hours.p50).toBeLessThan(922)
    await fresh.close()
  })

  it('A question that cannot be answered is refused with what is wrong; a place that nothing leads to has no way.', async () => {
    expect((await ask({ to: 'NOWHERE' })).errors).toMatchObject([{ path: '/to', message: 'there is no location NOWHERE' }])
    expect((await ask({ to: 'CNSZX' })).errors).toEqual([{ path: '/to', message: 'is where they are' }])
    expect((await ask({ weights: { time: 0, cost: 0, co2e: 0, risk: 0 } })).errors).toEqual([
      { path: '/weights', message: 'are all nothing' },
    ])
    expect((await ask({ weightKg: 0 })).errors[0].path).toBe('/weightKg')
    expect(await ask({ from: 'NLRTM', to: 'CNSZX' })).toMatchObject({ routes: [], isComplete: true })
  })

  it('Where stock should be is answered beside what is there today, by where goods are wanted.', async () => {
    const sites = [
      { code: 'NLRTM', fixed: 1_000_000, handling: 100 },
      { code: 'CNSZX', fixed: 500_000, handling: 50, isOpen: true },
    ]
    const regions = [
      { name: 'Utrecht', country: 'NL', lat: 52.09, lon: 5.12, quantity: 1000 },
      { name: 'Köln', country: 'DE', lat: 50.94, lon: 6.96, quantity: 500 },
    ]
    const asked = { sites, regions, perThousandKm: 500, crossing: 1_000, currency: 'EUR' }
    const answer = (await viewer('POST', '/v1/network/facilities', asked)).json()
    expect(answer).toMatchObject({
      status: 'optimal',
      best: { sites: [{ code: 'NLRTM', quantity: 1500 }], within: 1 },
      today: { within: 0 },
    })
    expect(answer.savings.minorUnits).toBeGreaterThan(0)
    expect(answer.supplies.map(({ region, site }: { region: string; site: string }) => [region, site])).toEqual([
      ['Utrecht', 'NLRTM'],
      ['Köln', 'NLRTM'],
    ])
    const twice = await viewer('POST', '/v1/network/facilities', { ...asked, sites: [...sites, sites[0]] })
    expect([twice.statusCode, twice.json().errors]).toEqual([422, [{ path: '/sites/2/code', message: 'NLRTM is there twice' }]])
    const { regions: _, ...unsaid } = asked
    expect((await viewer('POST', '/v1/network/facilities', unsaid)).json().errors[0].path).toBe('/regions')
  })

  it('Of a shipment the present way stands beside the others, from where it is, against what was promised.', async () => {
    const created = await as('POST', '/v1/shipments', newShipment())
    const { id } = created.json()
    const answer: AlternativesAnswer = (await viewer('GET', `/v1/shipments/${id}/alternatives?weightKg=100&objective=time`)).json()
    expect(answer).toMatchObject({
      from: { code: 'CNSZX' },
      readyAt: '2026-02-20T08:00:00.000Z',
      promisedAt: '2026-03-30T16:00:00.000Z',
      weightKg: 100,
    })
    expect(answer.present?.legs.map(({ mode, carrier }) => [mode, carrier])).toEqual([
      ['sea', 'Blue Anchor Line'],
      ['parcel', 'Fietskoerier'],
    ])
    expect(answer.present).toMatchObject({ unpricedLegs: 1, cost: { minorUnits: 12_000 } })
    expect(answer.alternatives.map(({ legs }) => legs.map(({ mode }) => mode))).toEqual([['air', 'parcel']])
    expect(answer.alternatives[0]?.missProbability ?? 1).toBeLessThan(answer.present?.missProbability ?? 0)
    expect((await viewer('GET', '/v1/shipments/00000000-0000-4000-8000-000000000000/alternatives')).statusCode).toBe(404)
  })
})
