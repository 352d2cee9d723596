import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { Shipment } from '@lading/shared/contract/shipment'
import type { TrackingLink } from '@lading/shared/contract/tracking-link'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../support/examples.ts'
import { moveTo, untilPagesKnow } from '../support/follow.ts'
import { startApi, type TestApi } from '../support/platform.ts'

const manifest = {
  'src/tracking/main.ts': { file: 'assets/tracking-Abc123.js', css: ['assets/tracking-Def456.css'], imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared-1.js', css: ['assets/shared-2.css'] },
}

describe('The tracking page over HTTP', () => {
  let api: TestApi
  let built: Awaited<ReturnType<typeof temporaryDirectory>>
  let shipment: Shipment
  let link: TrackingLink
  const open = (path: string, headers = {}) => api.app.inject({ url: path, headers })
  const pathOf = ({ url }: TrackingLink) => new URL(url).pathname

  beforeAll(async () => {
    built = await temporaryDirectory()
    await mkdir(join(built.path, '.vite'))
    await writeFile(join(built.path, '.vite', 'manifest.json'), JSON.stringify(manifest))
    const settings = { publicUrl: 'https://track.example', dashboardDirectory: built.path }
    api = await startApi({ settings, clock: { now: () => new Date('2026-03-01T12:04:00Z') } })
    const as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    shipment = (await as('POST', '/v1/shipments', newShipment())).json()
    link = (await as('POST', `/v1/shipments/${shipment.id}/tracking-links`, { days: 30 })).json()
    await moveTo(api, shipment.id, { lat: 10.123456, lon: 60.123456, at: '2026-03-01T12:00:00Z' })
    await api.database.sql`update shipment set eta_p10 = '2026-03-30T10:00Z', eta_p50 = '2026-03-30T12:00Z',
      eta_p90 = '2026-03-30T14:00Z', eta_computed_at = '2026-03-01T12:00Z' where id = ${shipment.id}`
  })
  afterAll(async () => {
    await api?.stop()
    await built?.remove()
  })

  it('A link has 128 random bits under the public address, and only its hash is kept.', async () => {
    expect(link.url).toMatch(/^https:\/\/track\.example\/track\/[\w-]{22}$/)
    const days = (Date.parse(link.expiresAt) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(29.9)
    expect(days).toBeLessThanOrEqual(30)
    const rows = await api.database.sql`select * from tracking_link`
    expect(JSON.stringify(rows)).not.toContain(link.url.split('/').at(-1))
  })

  it('A link needs no body, and lasts sixty days then.', async () => {
    const cookies = await api.signIn('operator')
    const response = await api.app.inject({ method: 'POST', url: `/v1/shipments/${shipment.id}/tracking-links`, cookies })
    expect(response.statusCode).toBe(201)
    expect(Math.round((Date.parse(response.json().expiresAt) - Date.now()) / 86_400_000)).toBe(60)
  })

  it('The page answers first, in one document that needs no script.', async () => {
    const response = await open(pathOf(link))
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex, nofollow',
      'content-language': 'en-GB',
    })
    const text = response.body
    expect(text).toMatch(/^<!doctype html><html lang="en-GB" dir="ltr">/)
    const order = [
      '<h1>On its way</h1>',
      'Monday 30 March, between 12:00 and 16:00',
      'Central European Time (UTC+02:00)',
      'Updated 4 minutes ago',
    ]
    const places = [...order, 'tracking-steps', 'id="tracking-map"', '</main>'].map((each) => text.indexOf(each))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text).toContain('<li data-state="current" aria-current="step">')
    expect(text).toContain(shipment.trackingNumber)
  })

  it('The language is the one that the browser prefers, until the reader chooses another; that works without script.', async () => {
    const german = await open(pathOf(link), { 'accept-language': 'de-AT,de;q=0.9' })
    expect(german.headers).toMatchObject({ 'content-language': 'de-AT', vary: expect.stringContaining('accept-language, cookie') })
    expect(german.body).toContain('<html lang="de-AT" dir="ltr">')
    expect(german.headers['set-cookie']).toBeUndefined()

    expect(german.body).toMatch(/<form[^>]* method="get">.*<select[^>]* name="lang">.*<button type="submit">/)
    const arabic = await open(`${pathOf(link)}?lang=ar`, { 'accept-language': 'de-AT' })
    expect(arabic.body).toContain('<html lang="ar" dir="rtl">')
    expect(arabic.headers['set-cookie']).toMatch(/^lading-language=ar; Max-Age=31536000; Path=\/track; HttpOnly; Secure; SameSite=Lax$/)
    const afterwards = await open(pathOf(link), { cookie: 'lading-language=ar' })
    expect(afterwards.headers['content-language']).toBe('ar')

    const unknown = await open(`${pathOf(link)}?lang=klingon`, { cookie: 'lading-language=xx' })
    expect([unknown.headers['content-language'], unknown.headers['set-cookie']]).toEqual(['en-GB', undefined])
  })

  it('Style and script come from the dashboard as it was built, and nothing is inline.', async () => {
    const { body, headers } = await open(pathOf(link))
    expect(body).toContain('<script type="module" src="/assets/tracking-Abc123.js"></script>')
    expect(body).toContain(
      '<link rel="stylesheet" href="/assets/shared-2.css"/><link rel="stylesheet" href="/assets/tracking-Def456.css"/>',
    )
    expect(body).not.toMatch(/<style|style=|<script>|onclick|data:/)
    expect(headers['content-security-policy']).not.toContain('unsafe')
  })

  it('The map gets coarse lines and a coarse position.', async () => {
    const { statusCode, headers, body } = await open(`${pathOf(link)}/map.json`)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store'])
    expect(JSON.parse(body)).toMatchObject({ position: { lat: 10.1, lon: 60.1 } })
    expect(JSON.parse(body).route).toHaveLength(2)
    expect(body).not.toContain('52.09')
  })

  it('The window of arrival can be put into a calendar, which says nothing of the address of the page.', async () => {
    const page = await open(pathOf(link))
    expect(page.body).toContain(`href="${pathOf(link)}/arrival.ics"`)
    const { statusCode, headers, body } = await open(`${pathOf(link)}/arrival.ics`, { 'accept-language': 'en' })
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(headers['content-disposition']).toBe(`attachment; filename="${shipment.trackingNumber}.ics"`)
    expect(body).toContain('DTSTART:20260330T100000Z\r\nDTEND:20260330T140000Z')
    expect(body).not.toContain(pathOf(link))
    expect((await open(`/track/${'A'.repeat(22)}/arrival.ics`)).statusCode).toBe(404)
  })

  it('Whoever recorded that it was handed over says so on the page of what is delivered, once.', async () => {
    const as = await api.as('operator')
    const prove = (body: object, id = shipment.id) => as('POST', `/v1/shipments/${id}/proof-of-delivery`, body)
    await prove({ receivedAt: '2026-03-01T10:00:00Z' })
    const recorded = await prove({ receivedAt: '2026-03-01T11:00:00Z', note: ' Left with the neighbours ' })
    expect(recorded.json()).toMatchObject({ receivedAt: '2026-03-01T11:00:00.000Z', note: 'Left with the neighbours' })
    expect((await as('GET', `/v1/shipments/${shipment.id}`)).json().proofOfDelivery).toEqual(recorded.json())
    expect((await open(pathOf(link))).body).not.toContain('neighbours')
    await api.database.sql`update shipment set state = 'delivered' where id = ${shipment.id}`
    await untilPagesKnow()
    expect((await open(pathOf(link))).body).toContain('Left with the neighbours')
    await api.database.sql`update shipment set state = 'in-transit' where id = ${shipment.id}`
    await untilPagesKnow()

    expect((await prove({ receivedAt: '2026-03-02T11:00:00Z' })).json().errors[0].path).toBe('/receivedAt')
    expect((await prove({ receivedAt: '2026-03-01T11:00:00Z' }, '00000000-0000-4000-8000-000000000000')).statusCode).toBe(404)
    const asViewer = await api.as('viewer')
    expect(
      (await asViewer('POST', `/v1/shipments/${shipment.id}/proof-of-delivery`, { receivedAt: '2026-03-01T11:00:00Z' })).statusCode,
    ).toBe(403)
  })

  it('What a recipient says of the page is kept for the staff; who says too much is stopped.', async () => {
    const say = (fields: Record<string, string>, url = pathOf(link), query = '') =>
      api.app.inject({
        method: 'POST',
        url: `${url}/feedback${query}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      })
    const said = await say({ rating: 'down', comment: ' Where is it?\r\n<b>Now</b> ' })
    expect([said.statusCode, said.headers.location]).toEqual([303, `${pathOf(link)}?feedback=given#feedback`])
    expect((await open(`${pathOf(link)}?feedback=given`)).body).toContain('Thank you')
    const as = await api.as('viewer')
    const { feedback } = (await as('GET', `/v1/shipments/${shipment.id}`)).json<Shipment>()
    expect(feedback).toEqual([{ rating: 'down', comment: 'Where is it?\n<b>Now</b>', givenAt: '2026-03-01T12:04:00.000Z' }])
    expect((await open(pathOf(link))).body).not.toContain('Where is it')

    expect((await say({ rating: 'sideways' })).statusCode).toBe(400)
    expect((await say({ rating: 'up' }, `/track/${'A'.repeat(22)}`)).statusCode).toBe(404)
    const statuses = []
    for (let attempt = 0; attempt < 5; attempt++) statuses.push((await say({ rating: 'up' }, pathOf(link), `?again=${attempt}`)).statusCode)
    expect(statuses.at(-1)).toBe(429)
  })

  it('A link that never was and one that has expired cannot be told apart.', async () => {
    const yesterday = new Date(Date.now() - 2 * 86_400_000)
    const { token } = await createTrackingLink(api.database.db, shipment.id, 1, { now: yesterday })
    for (const suffix of ['', '/map.json']) {
      const expired = await open(`/track/${token}${suffix}`)
      const unknown = await open(`/track/${'A'.repeat(22)}${suffix}`)
      const malformed = await open(`/track/1${suffix}`)
      for (const response of [expired, unknown, malformed]) {
        expect(response.statusCode).toBe(404)
        expect(response.headers['cache-control']).toBe('no-store')
        expect(response.body.replace(/\/track\/[^/"]+/, '')).toBe(unknown.body.replace(/\/track\/[^/"]+/, ''))
      }
      expect(Object.keys(expired.headers)).toEqual(Object.keys(unknown.headers))
    }
  })

  it('Signed in or not, the page is the same.', async () => {
    const cookies = await api.signIn('admin')
    const response = await api.app.inject({ url: pathOf(link), cookies })
    expect(response.body).toBe((await open(pathOf(link))).body)
  })

  it('Whoever tries many tokens is stopped.', async () => {
    const statuses = new Set<number>()
    for (let attempt = 0; attempt < 130; attempt++)
      statuses.add((await api.app.inject({ url: `/track/guess-${attempt}`, remoteAddress: '203.0.113.9' })).statusCode)
    expect([...statuses]).toEqual([404, 429])
    expect((await open(pathOf(link))).statusCode).toBe(200)
  })
})
