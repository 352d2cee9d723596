import type { Shipment } from '@lading/shared/contract/shipment'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../support/examples.ts'
import { startApi, type TestApi } from '../support/platform.ts'

describe('Widgets on the sites of a merchant', () => {
  let api: TestApi
  let shipment: Shipment
  let elsewhere: Shipment
  const open = (url: string, headers = {}) => api.app.inject({ url, headers })
  const tokenOf = async ({ id }: Shipment) => (await createTrackingLink(api.database.db, id, 1)).token
  const policy = (headers: Record<string, unknown>) => String(headers['content-security-policy'])

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => new Date('2026-03-29T12:00:00Z') } })
    const admin = await api.as('admin')
    for (const place of places) await admin('PUT', `/v1/locations/${place.code}`, place)
    await admin('PUT', '/v1/merchants/lamps', {
      name: 'Bright Lamps',
      embedOrigins: ['https://lamps.example', 'https://shop.lamps.example:8443'],
    })
    await admin('PUT', '/v1/merchants/chairs', { name: 'Chairs' })
    shipment = (await admin('POST', '/v1/shipments', newShipment({ merchant: 'lamps' }))).json()
    elsewhere = (await admin('POST', '/v1/shipments', newShipment({ merchant: 'chairs' }))).json()
    await api.database.sql`update shipment set state = 'in-transit', eta_p10 = '2026-03-30T10:00Z', eta_p50 = '2026-03-30T12:00Z',
      eta_p90 = '2026-03-30T14:00Z', eta_computed_at = '2026-03-29T12:00Z'`
  })
  afterAll(() => api?.stop())

  it('By its link a shipment shows state, arrival and progress, and nothing else of the page.', async () => {
    const token = await tokenOf(shipment)
    const { statusCode, body, headers } = await open(`/embed/lamps/shipment/${token}`)
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1>On its way</h1>')
    expect(body).toContain('Monday 30 March, between 12:00 and 16:00')
    expect(body).toContain('tracking-steps')
    expect(body).toContain(`<a href="/track/${token}" target="_blank" rel="noopener">`)
    for (const other of ['tracking-history', 'tracking-map', 'Utrecht', 'Rotterdam', 'name="email"', 'name="rating"'])
      expect(body).not.toContain(other)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
  })

  it('Only registered sites may frame them; every other page may be framed by nobody.', async () => {
    const token = await tokenOf(shipment)
    for (const url of [`/embed/lamps/shipment/${token}`, '/embed/lamps/look-up', `/embed/lamps/shipment/${'A'.repeat(22)}`]) {
      const { headers } = await open(url)
      expect(policy(headers)).toBe(
        "default-src 'none';style-src 'self';img-src 'self';form-action 'self';base-uri 'none';frame-ancestors https://lamps.example https://shop.lamps.example:8443",
      )
      expect(headers['x-frame-options']).toBeUndefined()
    }
    expect(policy((await open('/embed/chairs/look-up')).headers)).toMatch(/frame-ancestors 'none'$/)
    for (const url of [`/track/${token}`, '/track', '/embed/nobody/look-up', '/v1/settings', '/brands/lamps/style.css']) {
      const { headers } = await open(url)
      expect(policy(headers), url).toMatch(/frame-ancestors 'none'/)
      expect(headers['x-frame-options'], url).toBe('SAMEORIGIN')
    }
  })

  it('By number they show what strangers see: no hour, no town, no arrival.', async () => {
    const { statusCode, body } = await open(`/embed/lamps/look-up?number=${shipment.trackingNumber.toLowerCase()}`)
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1>On its way</h1>')
    expect(body).toContain(`<a href="/track?number=${shipment.trackingNumber}" target="_blank"`)
    for (const other of ['March', 'Rotterdam', 'Utrecht', 'tracking-steps', 'Willemijn']) expect(body).not.toContain(other)
  })

  it('Shipments of others are as unknown as those that are none.', async () => {
    const normal = (body: string, number: string) => body.replaceAll(number, 'NUMBER')
    const other = await open(`/embed/lamps/look-up?number=${elsewhere.trackingNumber}`)
    const none = await open('/embed/lamps/look-up?number=LD0000000000')
    expect([other.statusCode, normal(other.body, elsewhere.trackingNumber)]).toEqual([404, normal(none.body, 'LD0000000000')])
    const [otherLink, noLink] = [
      await open(`/embed/lamps/shipment/${await tokenOf(elsewhere)}`),
      await open(`/embed/lamps/shipment/${'A'.repeat(22)}`),
    ]
    expect([otherLink.statusCode, otherLink.body]).toEqual([404, noLink.body])
    expect((await open('/embed/nobody/look-up')).statusCode).toBe(404)
  })

  it('Language and theme are said in the address and set no cookies; nothing comes from elsewhere, and nothing runs.', async () => {
    const { body, headers } = await open('/embed/lamps/look-up?lang=ar&theme=dark')
    expect(body).toContain('<html lang="ar" dir="rtl" data-theme="dark">')
    expect(body).toContain('<input type="hidden" name="lang" value="ar"/>')
    expect(headers['set-cookie']).toBeUndefined()
    expect(body).not.toMatch(/<script|https?:\/\//)
    expect((await open('/embed/lamps/look-up', { 'accept-language': 'de' })).headers['content-language']).toMatch(/^de/)
    expect((await open('/embed/lamps/look-up?theme=pink')).statusCode).toBe(400)
  })

  it('Numbers cannot be tried one after the other.', async () => {
    const statuses = []
    for (let attempt = 0; attempt < 31; attempt++) statuses.push((await open(`/embed/lamps/look-up?number=LD${attempt}`)).statusCode)
    expect(statuses.at(-1)).toBe(429)
    expect((await open('/embed/lamps/look-up')).statusCode).toBe(200)
  })
})
