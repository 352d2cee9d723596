import type { Shipment } from '@lading/shared/contract/shipment'
import type { Db } from '@lading/store/postgres/open'
import { findByFactor } from '@lading/store/postgres/shipment-contact/find'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../support/examples.ts'
import { startApi, type TestApi } from '../support/platform.ts'

const dataKey = 'a key for tests that is long enough'
const contact = { email: 'Willemijn@Example.com', postcode: '3511 AB' }

/** The same database, which writes down what it is asked to do. */
const counted = (db: Db, asked: string[]) =>
  new Proxy(db, {
    get: (target, name) => {
      asked.push(String(name))
      return Reflect.get(target, name).bind(target)
    },
  })

describe('The look-up by number', () => {
  let api: TestApi
  let shipment: Shipment
  let without: Shipment
  let address = 0
  // Each from an address of its own, so that limits are met only where a test means them.
  const ask = (fields: Record<string, string>, headers = {}, remoteAddress = `198.51.100.${++address}`) =>
    api.app.inject({
      method: 'POST',
      url: '/track',
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    })
  const look = (query = '', headers = {}) => api.app.inject({ url: `/track${query}`, remoteAddress: `198.51.100.${++address}`, headers })

  beforeAll(async () => {
    api = await startApi({ settings: { dataKey, publicUrl: 'https://track.example' } })
    const as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    const created = await as('POST', '/v1/shipments', newShipment({ contact }))
    expect(created.body).not.toMatch(/willemijn@|3511/i)
    shipment = created.json()
    without = (await as('POST', '/v1/shipments', newShipment())).json()
  })
  afterAll(() => api?.stop())

  it('is a form that works without script, in the language of the reader.', async () => {
    const { statusCode, body, headers } = await look('', { 'accept-language': 'de' })
    expect([statusCode, headers['content-language']]).toEqual([200, 'de-DE'])
    expect(body).toMatch(/<form[^>]* method="post" action="\/track">.*name="number".*name="factor".*<button type="submit">/s)
    expect(body).not.toContain('<script')
  })

  it('tells with the number alone only the state: no town, no name, no map, no hour, no window.', async () => {
    const { headers } = await ask({ number: shipment.trackingNumber.toLowerCase() })
    expect(headers.location).toBe(`/track?number=${shipment.trackingNumber}`)
    const { statusCode, body } = await look(`?number=${shipment.trackingNumber}`)
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1>Announced</h1>')
    for (const secret of ['Utrecht', 'Shenzhen', 'Rotterdam', 'Willemijn', 'map', 'UTC', ':00', shipment.id])
      expect(body).not.toContain(secret)
    expect((await look('?number=LD0000000000')).statusCode).toBe(404)
    expect((await look('?number=LD%00')).statusCode).toBe(400)
  })

  it.each([
    ['e-mail address', ' willemijn@example.COM '],
    ['postcode', '3511ab'],
  ])('opens the whole page with the %s of the recipient, by a link that lasts a day.', async (_, factor) => {
    const { statusCode, headers } = await ask({ number: shipment.trackingNumber, factor })
    expect([statusCode, headers.location]).toEqual([303, expect.stringMatching(/^\/track\/[\w-]{22}$/)])
    expect((await api.app.inject(String(headers.location))).body).toContain('Utrecht')
    const [link] = await api.database.sql`select expires_at - created_at as lasts from tracking_link order by created_at desc limit 1`
    expect(link?.lasts).toBe('1 day')
  })

  it('answers an unknown number, a shipment without a contact and a wrong factor alike.', async () => {
    const numbers = [shipment.trackingNumber, without.trackingNumber, 'LD0000000000']
    const answers = await Promise.all(numbers.map((number) => ask({ number, factor: '3511 AC' })))
    const [first] = answers
    for (const [index, { statusCode, body, headers }] of answers.entries()) {
      expect(statusCode).toBe(404)
      expect(body.replaceAll(numbers[index] as string, 'N')).toBe(first?.body.replaceAll(numbers[0] as string, 'N'))
      expect(Object.keys(headers)).toEqual(Object.keys(first?.headers ?? {}))
      expect(body).not.toContain('3511')
    }
  })

  it('does the same work for each of them: one query and two comparisons, whatever there is.', async () => {
    const works = []
    for (const [trackingNumber, factor] of [
      [shipment.trackingNumber, '3511 AC'],
      [shipment.trackingNumber, 'willemijn@example.com'],
      [without.trackingNumber, '3511 AB'],
      ['LD0000000000', '3511 AB'],
    ] as const) {
      const queries: string[] = []
      const lengths: number[] = []
      const found = await findByFactor(counted(api.database.db, queries), { trackingNumber, factor, dataKey }, (one, other) => {
        lengths.push(one.length, other.length)
        return one === other
      })
      works.push({ queries, lengths })
      expect(found).toBe(factor.includes('@') ? shipment.id : undefined)
    }
    for (const work of works) expect(work).toEqual(works[0])
    expect(works[0]).toMatchObject({ queries: ['select'], lengths: [64, 64, 64, 64] })
  })

  it('keeps of the contact nothing that could be read, and not the same for two shipments.', async () => {
    const as = await api.as('operator')
    await as('POST', '/v1/shipments', newShipment({ contact }))
    const rows = await api.database.sql`select email_hash, postcode_hash from shipment_contact`
    expect(JSON.stringify(rows)).not.toMatch(/willemijn|3511/i)
    expect(new Set(rows.map(({ email_hash }) => email_hash)).size).toBe(rows.length)
  })

  it('takes a contact that is changed, and one that is taken away.', async () => {
    const as = await api.as('operator')
    const { id, trackingNumber: number } = (await as('POST', '/v1/shipments', newShipment({ contact }))).json<Shipment>()
    expect((await as('PATCH', `/v1/shipments/${id}`, { contact: { postcode: '1012 JS' } })).statusCode).toBe(200)
    expect((await ask({ number, factor: contact.email })).statusCode).toBe(404)
    expect((await ask({ number, factor: '1012js' })).statusCode).toBe(303)
    await as('PATCH', `/v1/shipments/${id}`, { contact: null })
    expect((await ask({ number, factor: '1012js' })).statusCode).toBe(404)
  })

  it('stops whoever tries postcodes for one number, known or not, from however many addresses.', async () => {
    for (const number of [without.trackingNumber, 'LD9999999999']) {
      const statuses = []
      for (let attempt = 0; attempt < 12; attempt++) statuses.push((await ask({ number, factor: `${1000 + attempt} AB` })).statusCode)
      expect(statuses.slice(-2)).toEqual([429, 429])
      expect(statuses[0]).toBe(404)
    }
    expect((await ask({ number: shipment.trackingNumber, factor: contact.postcode })).statusCode).toBe(303)
  })

  it('stops whoever tries many numbers from one address.', async () => {
    const statuses = new Set<number>()
    for (let attempt = 0; attempt < 40; attempt++)
      statuses.add((await ask({ number: `GUESS-${attempt}`, factor: '1000' }, {}, '203.0.113.7')).statusCode)
    expect([...statuses]).toEqual([404, 429])
  })

  it('refuses a form that another site sends.', async () => {
    expect((await ask({ number: 'LD1', factor: 'x' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  })
})

describe('Without DATA_KEY', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startApi()
  })
  afterAll(() => api?.stop())

  it('a contact is refused rather than kept in the open, and the form asks for none.', async () => {
    const as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    const refused = await as('POST', '/v1/shipments', newShipment({ contact }))
    expect([refused.statusCode, refused.json().errors[0].path]).toEqual([422, '/contact'])
    expect((await as('GET', '/v1/shipments')).json().items).toEqual([])
    expect((await api.app.inject('/track')).body).not.toContain('name="factor"')
  })
})
