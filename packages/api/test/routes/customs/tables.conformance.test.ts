import { latestClearances } from '@lading/store/postgres/clearance-outcome/read'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-05-01T00:00:00Z')

describe('What is known of customs beforehand', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
  })
  afterAll(() => api?.stop())
  const send = async (url: string, payload: string, role: 'operator' | 'viewer' = 'operator') =>
    api.app.inject({ method: 'POST', url, cookies: await api.signIn(role), headers: { 'content-type': 'text/csv' }, payload })

  it('Past clearances are kept once; a file with an error is refused with its lines, and nothing of it is kept.', async () => {
    const file =
      'id,country,submitted_at,cleared_at,channel\n1,NL,2026-01-05T08:00:00Z,2026-01-05T10:00:00Z,released\n2,NL,2026-01-06,2026-01-08,examination'
    expect((await send('/v1/clearance-history', file)).json()).toEqual({ clearances: 2, imported: 2 })
    expect((await send('/v1/clearance-history', file)).json()).toEqual({ clearances: 2, imported: 0 })
    const response = await send('/v1/clearance-history', `${file}\n3,NL,2026-01-06,2026-01-08,blue`)
    expect([response.statusCode, response.json().code]).toEqual([422, 'not-valid'])
    expect(response.json().errors).toMatchObject([
      { path: 'line 4, channel', message: '"blue" is none of released, documents, examination' },
    ])
    expect((await latestClearances(api.database.db, 9)).map(({ key, channel }) => [key, channel])).toEqual([
      ['import/1', 'released'],
      ['import/2', 'examination'],
    ])
    expect((await send('/v1/clearance-history', file, 'viewer')).statusCode).toBe(403)
  })

  it('Published figures are kept with their source and when they came, and tables of one source complete each other.', async () => {
    const hours = 'iso3,import_border_compliance_hours_2018\nNLD,0\nBRA,30\nEUU,5'
    const sent = await send('/v1/customs/figures?source=World%20Bank', hours)
    expect(sent.json()).toEqual({ rows: 3, passedOver: 1, imported: 2 })
    await send('/v1/customs/figures?source=World%20Bank', 'iso3,series_code,year,value\nNLD,LP.LPI.CUST.XQ,2018,4.1')
    await send('/v1/customs/figures?source=our%20own', 'country,year,border_hours\nNL,2025,3')
    expect((await as('GET', '/v1/customs/figures')).json().items).toEqual([
      {
        country: 'BR',
        year: 2018,
        borderHours: 30,
        documentHours: null,
        customsScore: null,
        source: 'World Bank',
        importedAt: now.toISOString(),
      },
      {
        country: 'NL',
        year: 2018,
        borderHours: 0,
        documentHours: null,
        customsScore: 4.1,
        source: 'World Bank',
        importedAt: now.toISOString(),
      },
      {
        country: 'NL',
        year: 2025,
        borderHours: 3,
        documentHours: null,
        customsScore: null,
        source: 'our own',
        importedAt: now.toISOString(),
      },
    ])
    const withoutSource = await send('/v1/customs/figures', hours)
    expect([withoutSource.statusCode, withoutSource.json().errors]).toMatchObject([400, [{ path: '/querystring/source' }]])
    expect((await send('/v1/customs/figures?source=x', 'country,year,border_hours\nNL,2025,few')).json().errors).toMatchObject([
      { path: 'line 2, border_hours' },
    ])
    expect((await as('GET', '/v1/customs/figures')).json().items).toHaveLength(3)
  })

  it('The hours of an office are said and forgotten, of places that are known.', async () => {
    const put = (code: string, body: object) => as('PUT', `/v1/customs/offices/${code}`, body)
    const hours = { mon: [['08:00', '17:30']], sat: [['09:00', '12:00']] }
    expect((await put('NLRTM', { hours })).json()).toEqual({ code: 'NLRTM', hours, closedOnHolidays: true })
    await put('NLRTM', { hours, closedOnHolidays: false })
    expect((await as('GET', '/v1/customs/offices')).json()).toEqual({ items: [{ code: 'NLRTM', hours, closedOnHolidays: false }] })
    const wrong = async (code: string, body: object) => {
      const response = await put(code, body)
      return [response.statusCode, response.json().errors?.[0].path]
    }
    expect(await wrong('XXXXX', { hours })).toEqual([422, '/code'])
    expect(await wrong('NLRTM', { hours: {} })).toEqual([422, '/hours'])
    expect(await wrong('NLRTM', { hours: { mon: [['8', '17:30']] } })).toEqual([400, '/hours/mon/0/0'])
    expect((await as('DELETE', '/v1/customs/offices/NLRTM')).statusCode).toBe(204)
    expect((await as('DELETE', '/v1/customs/offices/NLRTM')).statusCode).toBe(404)
    expect((await as('GET', '/v1/customs/offices')).json()).toEqual({ items: [] })
  })
})
