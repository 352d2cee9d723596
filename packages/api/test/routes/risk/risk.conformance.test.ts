import type { CountryEvent, ShipmentReport, ShipmentRisk } from '@lading/shared/contract/risk'
import type { Shipment } from '@lading/shared/contract/shipment'
import { keepRisks } from '@lading/store/postgres/risk/keep'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-03-02T00:00:00Z')
const scores = { credit: 0, logistics: 0.2, information: 0.9, legal: 0, political: 0, natural: 0 }

describe('Risk', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  let id = ''
  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    id = ((await as('POST', '/v1/shipments', newShipment())).json() as Shipment).id
  })
  afterAll(() => api?.stop())

  it('Of a shipment that nobody looked at yet there is none, and of none that is not there.', async () => {
    expect((await as('GET', `/v1/shipments/${id}/risk`)).json()).toMatchObject({ computedAt: null, probability: null, evidence: [] })
    expect((await as('GET', '/v1/shipments/00000000-0000-4000-8000-000000000000/risk')).statusCode).toBe(404)
  })

  it('A claim is kept as it was said, asks for a look, and is refused where it makes no sense.', async () => {
    const given = { claim: 'delivered', role: 'carrier', party: 'Example Lines', eventTime: '2026-03-01T22:00:00.000Z' }
    const response = await as('POST', `/v1/shipments/${id}/reports`, given)
    expect(response.statusCode).toBe(201)
    expect(response.json()).toMatchObject({ ...given, settledAt: null, recordedBy: { name: 'The operator' } })
    expect(api.requested).toContainEqual({ name: 'risk', id: 'told' })
    for (const [wrong, path] of [
      [{ claim: 'arrived', role: 'carrier', party: 'A', legSequence: 9 }, '/legSequence'],
      [{ claim: 'temperature', role: 'carrier', party: 'A' }, '/temperatureC'],
      [{ claim: 'delivered', role: 'carrier', party: 'A', eventTime: '2026-04-01T00:00:00Z' }, '/eventTime'],
    ] as const) {
      const refused = await as('POST', `/v1/shipments/${id}/reports`, wrong)
      expect(refused.statusCode).toBe(422)
      expect(refused.json().errors).toMatchObject([{ path }])
    }
    const asViewer = await api.as('viewer')
    expect((await asViewer('POST', `/v1/shipments/${id}/reports`, given)).statusCode).toBe(403)
  })

  it('Scores open down to their evidence, lists put the worst first, and groups add up.', async () => {
    const [report] = ((await as('GET', `/v1/shipments/${id}/risk`)).json() as ShipmentRisk).reports as [ShipmentReport]
    await keepRisks(
      api.database.db,
      [
        {
          ...{ shipmentId: id, base: 0.1, probability: 0.6, scores, rank: 0.6, answered: 1, isWorthKeeping: true },
          evidence: [
            {
              ...{ what: 'delivered-elsewhere', facts: { awayKm: 300 }, weight: 3, confidence: 0.9, at: now.toISOString() },
              ...{ halfLifeHours: null, inArrival: false, source: { type: 'report', id: report.id } },
            },
          ],
          removals: [{ kind: 'information', evidence: null, probability: 0.1 }],
        },
      ],
      now,
    )
    const risk = (await as('GET', `/v1/shipments/${id}/risk`)).json() as ShipmentRisk
    expect(risk).toMatchObject({ probability: 0.6, evidence: [{ source: { id: report.id } }], history: [{ probability: 0.6 }] })
    expect((await as('GET', '/v1/risk?kind=information')).json().items).toMatchObject([
      { shipmentId: id, top: { what: 'delivered-elsewhere' } },
    ])
    expect((await as('GET', '/v1/risk?kind=legal')).json().items).toEqual([])
    for (const by of ['lane', 'warehouse', 'party']) expect((await as('GET', `/v1/risk/groups?by=${by}`)).statusCode).toBe(200)
    expect((await as('GET', '/v1/risk/groups?by=lane')).json().items).toMatchObject([{ shipments: 1, expectedBroken: 0.6 }])
    expect((await as('GET', '/v1/risk/reliability')).json()).toMatchObject({ cases: 0, enough: false, brier: null })
    expect((await as('POST', `/v1/shipments/${id}/reports/${report.id}/settle`)).json().settledAt).toBe(now.toISOString())
  })

  it('Indices come as CSV or JSON, all of a file or nothing, and the newest counts.', async () => {
    const query = (of: string) => `name=Stability&source=Example&of=${of}&best=2.5&worst=-2.5`
    const cookies = await api.signIn('operator')
    const csv = (of: string, text: string) =>
      api.app.inject({
        method: 'PUT',
        url: `/v1/country-indices?${query(of)}`,
        cookies,
        headers: { 'content-type': 'text/csv' },
        body: text,
      })
    expect((await csv('2025-01-01', 'country,value\nNLD,1.1\nCN,-0.4\n')).json()).toEqual({ imported: 2 })
    expect((await csv('2024-01-01', 'country,value\nXX,1\nCN,?\n')).json().errors).toHaveLength(2)
    const json = { items: [{ country: 'CN', value: -0.5 }] }
    expect((await as('PUT', `/v1/country-indices?${query('2026-01-01')}`, json)).json()).toEqual({ imported: 1 })
    expect((await as('GET', '/v1/country-indices')).json().items).toMatchObject([
      { country: 'CN', of: '2026-01-01', value: -0.5 },
      { country: 'NL', of: '2025-01-01', value: 1.1 },
    ])
  })

  it('An event of a country is told, changed by whoever saw it last, and taken back.', async () => {
    const given = { country: 'NL', kind: 'strike', severity: 'warning', title: ' Strike in ports ' }
    const event = (await as('POST', '/v1/country-events', given)).json() as CountryEvent
    expect(event).toMatchObject({ title: 'Strike in ports', validFrom: now.toISOString(), validUntil: null, version: 1 })
    const change = (version: number, change: object) => as('PATCH', `/v1/country-events/${event.id}`, { version, ...change })
    expect((await change(1, { validUntil: '2026-03-01T00:00:00Z' })).statusCode).toBe(422)
    expect((await change(1, { validUntil: '2026-03-05T00:00:00Z' })).json()).toMatchObject({ version: 2 })
    expect((await change(1, { severity: 'info' })).json()).toMatchObject({ code: 'country-event-changed' })
    expect((await as('GET', '/v1/country-events')).json().items).toHaveLength(1)
    expect((await as('DELETE', `/v1/country-events/${event.id}`)).statusCode).toBe(204)
    expect((await as('GET', `/v1/country-events/${event.id}`)).statusCode).toBe(404)
  })

  it('Events come from a file too, all of it or nothing, and what is known is passed over.', async () => {
    const cookies = await api.signIn('operator')
    const file = async (...rows: string[]) => {
      const body = ['country,kind,title,valid_from,valid_until,severity', ...rows].join('\n')
      const headers = { 'content-type': 'text/csv' }
      return (await api.app.inject({ method: 'POST', url: '/v1/country-events/import', cookies, headers, body })).json()
    }
    const [closed, strike] = ['CHN,border-closure,Port closed,2026-03-01,2026-03-09,critical', 'NL,strike,Strike in ports,2026-03-01,,']
    expect((await file('XX,storm,,today,,bad', 'NL,strike,Ends early,2026-03-02,2026-03-01,')).errors).toMatchObject([
      ...['country', 'title', 'valid_from', 'kind', 'severity'].map((field) => ({ path: `line 2, ${field}` })),
      { path: 'line 3, valid_until' },
    ])
    expect(await file(closed, strike, strike)).toEqual({ events: 3, imported: 2 })
    expect(await file(strike)).toEqual({ events: 1, imported: 0 })
    const kept = ((await as('GET', '/v1/country-events')).json() as { items: CountryEvent[] }).items
    expect(kept.find(({ country }) => country === 'CN')).toMatchObject({
      ...{ kind: 'border-closure', severity: 'critical', validUntil: '2026-03-09T00:00:00.000Z', createdBy: { name: 'The operator' } },
    })
  })
})
