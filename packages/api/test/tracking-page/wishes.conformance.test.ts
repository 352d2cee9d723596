import type { DeliveryWishes } from '@lading/shared/contract/delivery-wish'
import type { Shipment } from '@lading/shared/contract/shipment'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newShipment, places } from '../support/examples.ts'
import { untilPagesKnow } from '../support/follow.ts'
import { startApi, type TestApi } from '../support/platform.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('What recipients wish to be done at the door', () => {
  let api: TestApi
  let shipment: Shipment
  let path: string
  const open = async (url = path) => (await api.app.inject(url)).body
  const post = (fields: Record<string, string>, url = path) =>
    api.app.inject({ method: 'POST', url: `${url}/wishes`, headers: form, payload: new URLSearchParams(fields).toString() })
  const linkOf = async (options = {}) => `/track/${(await createTrackingLink(api.database.db, shipment.id, 1, options)).token}`
  const wishes = async (role: 'operator' | 'viewer' = 'operator') =>
    (await (await api.as(role))('GET', `/v1/shipments/${shipment.id}/delivery-wishes`)).json<DeliveryWishes>()
  const becomes = async (state: string) => {
    await api.database.sql`update shipment set state = ${state}::shipment_state where id = ${shipment.id}`
    await untilPagesKnow()
  }

  beforeAll(async () => {
    const clock = { now: () => new Date('2026-03-29T12:00:00Z') }
    api = await startApi({ settings: { publicUrl: 'https://track.example', dataKey: 'a key for tests' }, clock })
    const as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    const contact = { email: 'willemijn@example.nl', postcode: '3511 AB' }
    shipment = (await as('POST', '/v1/shipments', newShipment({ contact }))).json()
    await api.database.sql`update shipment set eta_p10 = '2026-03-31T10:00Z', eta_p50 = '2026-03-31T12:00Z',
      eta_p90 = '2026-03-31T14:00Z', eta_computed_at = '2026-03-29T12:00Z' where id = ${shipment.id}`
  })
  beforeEach(async () => {
    await api.database.sql`truncate delivery_wish`
    await becomes('in-transit')
    path = await linkOf({ byFactor: true })
  })
  afterAll(() => api?.stop())

  it('are said by whoever opened the page by postcode or e-mail address; the look-up leads there.', async () => {
    const asked = { number: shipment.trackingNumber, factor: '3511ab' }
    const found = await api.app.inject({ method: 'POST', url: '/track', headers: form, payload: new URLSearchParams(asked).toString() })
    const page = await open(String(found.headers.location))
    expect(page).toMatch(/<form [^>]*action="\/track\/[\w-]{22}\/wishes">/)
    expect(page.match(/<input type="radio" name="kind"/g)).toHaveLength(4)
    expect(page).toContain('<option value="2026-03-31">Tuesday 31 March</option>')
  })

  it('are not for whoever has but a link: these are told how to prove who they are, and see nothing of what was wished.', async () => {
    await post({ kind: 'neighbour', note: 'Number 14' })
    const plain = await linkOf()
    const page = await open(plain)
    expect(page).toContain(`href="/track?number=${shipment.trackingNumber}"`)
    expect(page).not.toMatch(/Number 14|\/wishes"/)
    const refused = await post({ kind: 'neighbour' }, plain)
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'factor-needed'])
    expect((await post({ kind: 'neighbour' }, `/track/${'A'.repeat(22)}`)).statusCode).toBe(404)
  })

  it('are kept sealed, shown on the page and to the staff, with what was wished before.', async () => {
    const said = await post({ kind: 'safe-place', day: '2026-04-02', note: ' Behind the shed\r\n<b>not</b> in the rain ' })
    expect([said.statusCode, said.headers.location]).toEqual([303, `${path}?wish=kept#wishes`])
    expect(JSON.stringify(await api.database.sql`select * from delivery_wish`)).not.toContain('shed')
    const safePlace = {
      kind: 'safe-place',
      day: null,
      note: 'Behind the shed\n<b>not</b> in the rain',
      givenAt: '2026-03-29T12:00:00.000Z',
    }
    expect(await wishes()).toEqual({ current: safePlace, history: [safePlace] })
    expect(api.published.at(-1)).toEqual({ topic: 'live/shipments', message: { shipmentIds: [shipment.id] } })
    const page = await open()
    expect(page).toContain('<strong>Leave it at a safe place</strong>')
    expect(page).toContain('&lt;b>not&lt;/b>')

    await post({ kind: 'another-day', day: '2026-04-02' })
    expect(await open()).toMatch(/Bring it on another day<\/strong>.*Thursday 2 April/)
    expect((await post({ 'take-back': 'yes' })).headers.location).toBe(`${path}?wish=taken-back#wishes`)
    const { current, history } = await wishes()
    expect(current).toBeNull()
    expect(history.map(({ kind, day }) => [kind, day]).toSorted()).toEqual([
      ['another-day', '2026-04-02'],
      ['none', null],
      ['safe-place', null],
    ])
    const asViewer = await api.as('viewer')
    expect((await asViewer('GET', `/v1/shipments/${shipment.id}/delivery-wishes`)).statusCode).toBe(403)
  })

  it('name one of the days on offer, and no more than fits; otherwise nothing is written.', async () => {
    for (const day of ['2026-03-30', '2026-04-10', '2026-02-30', '', 'tomorrow'])
      expect((await post({ kind: 'another-day', day })).headers.location, day).toBe(`${path}?wish=not-that-day#wishes`)
    expect(await open(`${path}?wish=not-that-day`)).toMatch(/role="alert">That day.*<details open>/s)
    expect((await post({})).json().errors).toEqual([{ path: '/kind', message: 'is missing' }])
    expect((await post({ kind: 'none' })).statusCode).toBe(400)
    expect(await wishes()).toEqual({ current: null, history: [] })
    await post({ kind: 'neighbour', note: 'x'.repeat(399) })
    expect((await wishes()).current?.note).toHaveLength(200)
  })

  it('can be said until it is out for delivery; then the page shows what holds.', async () => {
    await post({ kind: 'neighbour', note: 'Number 14' })
    await becomes('out-for-delivery')
    expect((await post({ kind: 'safe-place' })).headers.location).toBe(`${path}?wish=too-late#wishes`)
    expect((await wishes()).current?.kind).toBe('neighbour')
    const page = await open()
    expect(page).toMatch(/Leave it with a neighbour<\/strong>.*Number 14.*nothing can be changed/s)
    expect(page).not.toContain('name="kind"')
    await becomes('delivered')
    expect(await open()).not.toContain('id="wishes"')
  })

  it('go with the person.', async () => {
    await post({ kind: 'neighbour', note: 'Number 14' })
    const as = await api.as('operator')
    await as('PATCH', `/v1/shipments/${shipment.id}`, { contact: null })
    expect(await api.database.sql`select * from delivery_wish`).toEqual([])
  })
})
