import type { Shipment } from '@lading/shared/contract/shipment'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../support/examples.ts'
import { startApi, type TestApi } from '../support/platform.ts'

const endpoint = 'https://push.example/abc'
const keys = { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) }

describe('News on a device', () => {
  let api: TestApi
  let shipment: Shipment
  let path: string
  const post = (what: string, body: object) => api.app.inject({ method: 'POST', url: `${path}/${what}`, body })

  beforeAll(async () => {
    api = await startApi({ settings: { dataKey: 'a key for tests', pushKey: 'the-public-key' } })
    const as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    shipment = (await as('POST', '/v1/shipments', newShipment())).json()
    path = `/track/${(await createTrackingLink(api.database.db, shipment.id, 1)).token}`
  })
  afterAll(() => api?.stop())

  it('is offered with the key by which browsers know whose it is, and hidden until script finds that it can be had.', async () => {
    const { body } = await api.app.inject(path)
    expect(body).toMatch(
      new RegExp(`<section class="tracking-push" id="tracking-push" hidden [^>]*data-url="${path}/push" data-key="the-public-key"`),
    )
  })

  it('is asked for and ended by the browser itself; what is kept of it says nothing to whoever has the database alone.', async () => {
    expect((await post('push', { endpoint, keys })).statusCode).toBe(204)
    expect((await post('push', { endpoint, keys })).statusCode).toBe(204)
    const rows = await api.database.sql`select channel, confirmed_at is not null as confirmed, sealed from news_subscription`
    expect(rows.map(({ channel, confirmed }) => [channel, confirmed])).toEqual([['push', true]])
    expect(JSON.stringify(rows)).not.toContain('push.example')
    expect((await post('push/stop', { endpoint })).statusCode).toBe(204)
    expect((await post('push/stop', { endpoint: 'https://push.example/unknown' })).statusCode).toBe(204)
    expect(await api.database.sql`select * from news_subscription`).toEqual([])
  })

  it('goes to https addresses of hosts on the internet only.', async () => {
    for (const at of [
      'http://push.example/x',
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://2130706433/x',
      'https://localhost/x',
      'https://printer.local/x',
      'https://metadata.google.internal/x',
      'https://push.example:8443/x',
      'https://user@push.example/x',
      'ftp://push.example/x',
      'push',
    ]) {
      const refused = await post('push', { endpoint: at, keys })
      expect([refused.statusCode, refused.json().errors?.[0]?.path], at).toEqual([422, '/endpoint'])
    }
    expect((await post('push', { endpoint, keys: { ...keys, auth: 'short' } })).statusCode).toBe(400)
  })

  it('is not for whoever has no link.', async () => {
    expect((await api.app.inject({ method: 'POST', url: `/track/${'A'.repeat(22)}/push`, body: { endpoint, keys } })).statusCode).toBe(404)
  })
})
