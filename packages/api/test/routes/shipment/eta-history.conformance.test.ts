import type { EtaHistory } from '@lading/shared/contract/eta'
import type { Shipment } from '@lading/shared/contract/shipment'
import type { EtaStage } from '@lading/shared/domain/eta'
import { keepEta } from '@lading/store/postgres/eta/keep'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const at = (hours: number) => new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000)
const stage = (p50Hours: number): EtaStage => ({
  ...{ sequence: 1, kind: 'leg', state: 'ahead', p10Hours: p50Hours - 2, p50Hours, p90Hours: p50Hours + 4, shareOfSpread: 1 },
  basis: { group: 'lane', journeys: 12 },
})

describe('Arrival times that were shown', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  let id = ''
  beforeAll(async () => {
    api = await startApi()
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    id = ((await as('POST', '/v1/shipments', newShipment())).json() as Shipment).id
    for (const [made, hours] of [
      [0, 100],
      [10, 104],
      [30, 110],
    ] as const) {
      const eta = {
        p10: at(hours - 5),
        p50: at(hours),
        p90: at(hours + 9),
        computedAt: at(made),
        missProbability: 0.25,
        stages: [stage(hours)],
      }
      await api.database.db.transaction((tx) => keepEta(tx, id, eta))
    }
    await api.database.sql`
      update shipment set eta_p10 = ${at(105).toISOString()}, eta_p50 = ${at(110).toISOString()}, eta_p90 = ${at(119).toISOString()},
        eta_computed_at = ${at(30).toISOString()}, miss_probability = 0.25, eta_stages = ${JSON.stringify([stage(110)])}::text::jsonb
      where id = ${id}`
  })
  afterAll(() => api?.stop())

  it('All of them, oldest first, with the stages they were made of; fewer where fewer are asked for.', async () => {
    const history = async (query = '') => ((await as('GET', `/v1/shipments/${id}/eta-history${query}`)).json() as EtaHistory).items
    expect((await history()).map(({ p50 }) => p50)).toEqual([100, 104, 110].map((hours) => at(hours).toISOString()))
    expect((await history())[2]).toMatchObject({ missProbability: 0.25, stages: [stage(110)] })
    expect(await history('?limit=1')).toHaveLength(1)
    expect(await history(`?since=${at(10).toISOString()}`)).toHaveLength(2)
    expect((await as('GET', '/v1/shipments/00000000-0000-4000-8000-000000000000/eta-history')).statusCode).toBe(404)
    expect((await as('GET', `/v1/shipments/${id}/eta-history?limit=0`)).statusCode).toBe(400)
  })

  it('A shipment says how likely its promise is missed, of which parts its arrival time is made, and which one moved it since the day before.', async () => {
    const shipment = (await as('GET', `/v1/shipments/${id}`)).json() as Shipment
    expect(shipment.missProbability).toBe(0.25)
    expect(shipment.etaExplanation).toEqual({
      stages: [stage(110)],
      changes: { since: at(0).toISOString(), against: 'day-before', stages: [{ sequence: 1, kind: 'leg', hours: 10 }] },
    })
  })

  it('One that is not known for a day yet says what moved since the first.', async () => {
    await api.database.sql`delete from eta where shipment_id = ${id} and computed_at < ${at(10).toISOString()}`
    const shipment = (await as('GET', `/v1/shipments/${id}`)).json() as Shipment
    expect(shipment.etaExplanation?.changes).toEqual({
      since: at(10).toISOString(),
      against: 'first',
      stages: [{ sequence: 1, kind: 'leg', hours: 6 }],
    })
  })
})
