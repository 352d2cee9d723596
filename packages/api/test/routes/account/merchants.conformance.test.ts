import type { Merchant, Merchants } from '@lading/shared/contract/merchant'
import type { Shipment } from '@lading/shared/contract/shipment'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { png } from '../../support/images.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const lamps = {
  name: 'Bright Lamps',
  accent: { light: '#8A1C5C', dark: '#ff9ad5' },
  supportUrl: 'mailto:help@lamps.example',
  privacyUrl: 'https://lamps.example/privacy',
  embedOrigins: ['https://lamps.example'],
}

describe('Merchants, as recipients see them', () => {
  let api: TestApi
  let admin: Awaited<ReturnType<TestApi['as']>>
  const open = async (shipment: Shipment) => {
    const { token } = await createTrackingLink(api.database.db, shipment.id, 1)
    return (await api.app.inject(`/track/${token}`)).body
  }
  const upload = async (bytes: Buffer, type = 'image/png', code = 'lamps') =>
    api.app.inject({
      method: 'PUT',
      url: `/v1/merchants/${code}/logo`,
      headers: { 'content-type': type },
      payload: bytes,
      cookies: await api.signIn('admin'),
    })
  const announce = async (change = {}) => (await admin('POST', '/v1/shipments', newShipment(change))).json<Shipment>()

  beforeAll(async () => {
    api = await startApi()
    admin = await api.as('admin')
    for (const place of places) await admin('PUT', `/v1/locations/${place.code}`, place)
  })
  beforeEach(() => api.database.sql`truncate merchant cascade`)
  afterAll(() => api?.stop())

  it('are said by an admin and read by everybody who signs in.', async () => {
    const said = await admin('PUT', '/v1/merchants/lamps', lamps)
    const merchant = { code: 'lamps', ...lamps, accent: { light: '#8a1c5c', dark: '#ff9ad5' }, isDefault: false, logo: null }
    expect([said.statusCode, said.json()]).toEqual([200, merchant])
    const asViewer = await api.as('viewer')
    expect((await asViewer('GET', '/v1/merchants')).json<Merchants>()).toEqual({ items: [merchant] })
    const asOperator = await api.as('operator')
    expect((await asOperator('PUT', '/v1/merchants/lamps', lamps)).statusCode).toBe(403)
    // What is left out is nothing.
    expect((await admin('PUT', '/v1/merchants/lamps', { name: 'Lamps' })).json()).toMatchObject({
      accent: null,
      supportUrl: null,
      embedOrigins: [],
    })
  })

  it('with colours that cannot be read, links that do something else or sites that are none are refused, and nothing is written.', async () => {
    const refused = await admin('PUT', '/v1/merchants/lamps', { ...lamps, accent: { light: '#ffcc00', dark: '#ffcc00' } })
    expect([refused.statusCode, refused.json().errors]).toEqual([
      422,
      [{ path: '/accent/light', message: expect.stringMatching(/^has a contrast of 1\.\d\d:1 to the page/) }],
    ])
    for (const wrong of [
      { supportUrl: 'javascript:alert(1)' },
      { supportUrl: 'http://lamps.example' },
      { privacyUrl: 'mailto:help@lamps.example' },
      { accent: { light: 'red', dark: '#ffffff' } },
      { accent: { light: '#8a1c5c;}*{x:y', dark: '#ffffff' } },
      { embedOrigins: ['https://lamps.example/shop'] },
      { embedOrigins: ["https://lamps.example 'unsafe-inline'"] },
      { embedOrigins: ['*'] },
      { name: ' ' },
    ])
      expect((await admin('PUT', '/v1/merchants/lamps', { ...lamps, ...wrong })).statusCode, JSON.stringify(wrong)).toBe(400)
    for (const code of ['Lamps', '-lamps', 'a'.repeat(41), 'la.mps'])
      expect((await admin('PUT', `/v1/merchants/${code}`, lamps)).statusCode).toBe(400)
    expect((await admin('GET', '/v1/merchants')).json()).toEqual({ items: [] })
  })

  it('show their name, colours and links on the tracking page of their shipments, and nowhere else.', async () => {
    await admin('PUT', '/v1/merchants/lamps', lamps)
    const [shipment, other] = [await announce({ merchant: 'lamps' }), await announce()]
    expect(shipment.merchant).toBe('lamps')
    const page = await open(shipment)
    expect(page).toContain('<p class="tracking-brand" dir="auto">Bright Lamps</p>')
    expect(page).toContain('<link rel="stylesheet" href="/brands/lamps/style.css?v=8a1c5c-ff9ad5"/>')
    expect(page).toMatch(/href="mailto:help@lamps.example"[^>]*>Ask Bright Lamps<.*href="https:\/\/lamps.example\/privacy"/)
    for (const body of [
      await open(other),
      (await api.app.inject(`/track/${'A'.repeat(22)}`)).body,
      (await api.app.inject('/track')).body,
    ]) {
      expect(body).toContain('<p class="tracking-brand">Lading</p>')
      expect(body).not.toMatch(/Lamps|brands/)
    }
    const style = await api.app.inject('/brands/lamps/style.css?v=8a1c5c-ff9ad5')
    expect([style.headers['content-type'], style.headers['cache-control']]).toEqual([
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ])
    expect(style.body).toContain('light-dark(#8a1c5c,#ff9ad5)')
  })

  it('can be the one of shipments that name none; there is one such at most.', async () => {
    await admin('PUT', '/v1/merchants/lamps', { ...lamps, isDefault: true })
    const shipment = await announce()
    expect(await open(shipment)).toContain('Bright Lamps')
    await admin('PUT', '/v1/merchants/chairs', { name: 'Chairs', isDefault: true })
    expect(await open(shipment)).toContain('>Chairs</p>')
    expect((await admin('GET', '/v1/merchants')).json<Merchants>().items.map(({ code, isDefault }) => [code, isDefault])).toEqual([
      ['lamps', false],
      ['chairs', true],
    ])
    await admin('DELETE', '/v1/merchants/chairs')
    expect(await open(shipment)).toContain('>Lading</p>')
    expect((await admin('DELETE', '/v1/merchants/chairs')).statusCode).toBe(404)
  })

  it('are named by a shipment, now or later; one that is not known is refused with where it stands.', async () => {
    await admin('PUT', '/v1/merchants/lamps', lamps)
    const unknown = await admin('POST', '/v1/shipments', newShipment({ merchant: 'nobody' }))
    expect([unknown.statusCode, unknown.json().errors]).toEqual([422, [{ path: '/merchant', message: 'there is no merchant nobody' }]])
    const { id } = await announce()
    const change = (merchant: string | null) => admin('PATCH', `/v1/shipments/${id}`, { merchant })
    expect((await change('nobody')).json().errors[0].path).toBe('/merchant')
    expect((await change('lamps')).json<Shipment>().merchant).toBe('lamps')
    expect((await change(null)).json<Shipment>().merchant).toBeNull()
  })

  it('have a logo that is an image and nothing else, at an address of its own for each, kept for ever.', async () => {
    await admin('PUT', '/v1/merchants/lamps', lamps)
    const shipment = await announce({ merchant: 'lamps' })
    const before = await open(shipment)
    const { logo } = (await upload(png(120, 40))).json<Merchant>()
    expect(logo).toEqual({ url: expect.stringMatching(/^\/brands\/lamps\/[0-9a-f]{32}$/), width: 120, height: 40 })
    expect([before.includes('<img'), await open(shipment)]).toEqual([
      false,
      expect.stringContaining(`<img src="${logo?.url}" alt="Bright Lamps"`),
    ])
    const image = await api.app.inject(String(logo?.url))
    expect(image.rawPayload).toEqual(png(120, 40))
    expect(image.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    })
    const another = (await upload(png(60, 40))).json<Merchant>()
    expect(another.logo?.url).not.toBe(logo?.url)
    expect((await api.app.inject(String(logo?.url))).statusCode).toBe(404)
    expect((await admin('DELETE', '/v1/merchants/lamps/logo')).json<Merchant>().logo).toBeNull()
  })

  it('have no logo that could run, is something else than it says, or is large.', async () => {
    await admin('PUT', '/v1/merchants/lamps', lamps)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
    expect((await upload(svg, 'image/svg+xml')).statusCode).toBe(415)
    expect((await upload(svg)).json().errors).toEqual([{ path: '/logo', message: 'is none of PNG, JPEG and WebP by its bytes' }])
    expect((await upload(Buffer.alloc(200_001))).statusCode).toBe(413)
    expect((await upload(png(10, 10), 'image/png', 'nobody')).statusCode).toBe(404)
    // What was said to be a JPEG is served as what it is.
    const { logo } = (await upload(png(10, 10), 'image/jpeg')).json<Merchant>()
    expect((await api.app.inject(String(logo?.url))).headers['content-type']).toBe('image/png')
  })
})
