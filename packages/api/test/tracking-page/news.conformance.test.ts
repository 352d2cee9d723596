import type { Shipment } from '@lading/shared/contract/shipment'
import { takeMessage } from '@lading/store/postgres/news/outbox'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newShipment, places } from '../support/examples.ts'
import { untilPagesKnow } from '../support/follow.ts'
import { startApi, type TestApi } from '../support/platform.ts'

const dataKey = 'a key for tests'
const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('News by e-mail over HTTP', () => {
  let api: TestApi
  let shipment: Shipment
  let path: string
  const open = (url: string, headers = {}) => api.app.inject({ url, headers })
  const post = (url: string, fields: Record<string, string | string[]> = {}, headers = {}) => {
    const body = new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value])))
    return api.app.inject({ method: 'POST', url, headers: { ...form, ...headers }, payload: body.toString() })
  }
  const linkOf = async (options = {}, days = 10) =>
    `/track/${(await createTrackingLink(api.database.db, shipment.id, days, options)).token}`
  const mail = async () => {
    const message = await takeMessage(api.database.db, dataKey, new Date())
    if (!message || message === 'unreadable') throw new Error('there is no mail to send')
    return message
  }

  beforeAll(async () => {
    api = await startApi({ settings: { publicUrl: 'https://track.example', dataKey, mails: true } })
    const as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    shipment = (await as('POST', '/v1/shipments', newShipment())).json()
  })
  beforeEach(async () => {
    await api.database.sql`truncate news_subscription, news_request cascade`
    api.requested.length = 0
    path = await linkOf()
  })
  afterAll(() => api?.stop())

  it('is offered by a form that needs no script.', async () => {
    const { body } = await open(path)
    expect(body).toMatch(new RegExp(`<details><summary>Get news by e-mail</summary><form [^>]*method="post" action="${path}/news">`))
    expect(body).toMatch(/<input [^>]*type="email" name="email" required/)
    expect(body.match(/name="kinds" value="[a-z]+" checked/g)).toHaveLength(4)
  })

  it('is asked for, confirmed by whoever reads the mail, and ended on the page that the mail leads to.', async () => {
    const fields = { do: 'start', email: ' Willemijn@example.nl ', kinds: ['delayed', 'delivered'], hours: '12' }
    const asked = await post(`${path}/news`, fields, { 'accept-language': 'de-AT' })
    expect([asked.statusCode, asked.headers.location]).toEqual([303, `${path}?news=asked#news`])
    expect((await open(`${path}?news=asked`)).body).toMatch(/role="status">A mail with a link is on its way/)
    expect(api.requested).toEqual([{ name: 'mail', id: 'due' }])
    const message = await mail()
    expect(message).toMatchObject({ address: 'Willemijn@example.nl', language: 'de', locale: 'de-AT', news: null })

    // Programs that look for harm open every link: that confirms nothing.
    const link = `/track/news/${message.secret}`
    const page = await open(link, { 'accept-language': 'en' })
    expect([page.statusCode, page.headers['cache-control'], page.headers['x-robots-tag']]).toEqual([200, 'no-store', 'noindex, nofollow'])
    expect(page.body).toContain(`method="post" action="${link}/confirm"`)
    expect((await api.database.sql`select confirmed_at from news_subscription`)[0]?.confirmed_at).toBeNull()

    const confirmed = await post(`${link}/confirm`)
    expect(confirmed.statusCode).toBe(303)
    const own = String(confirmed.headers.location).split('?')[0] ?? ''
    expect(confirmed.headers.location).toBe(`${own}?news=confirmed#news`)
    const { body } = await open(own)
    expect(body).toMatch(/You will hear when:<\/p><ul><li>It has been delivered<\/li><li>It is held up/)
    expect(body).not.toContain('type="email"')
    expect((await open(path)).body).toContain('type="email"')
    expect((await post(`${link}/confirm`)).headers.location).toBe(`${own}?news=confirmed#news`)
    expect((await open(link)).body).toContain(`action="${link}/stop"`)

    expect((await post(`${own}/news`, { do: 'stop' })).headers.location).toBe(`${own}?news=stopped#news`)
    expect(await api.database.sql`select * from news_subscription`).toEqual([])
    // The page stays, for it is in a mail.
    expect((await open(own)).body).toContain('type="email"')
  })

  it('is ended by one click of a mail service, which sends no cookies and either kind of form (RFC 8058), however often.', async () => {
    for (const headers of [form, { 'content-type': 'multipart/form-data; boundary=x' }]) {
      await api.database.sql`truncate news_subscription, news_request cascade`
      await post(`${path}/news`, { do: 'start', email: 'willemijn@example.nl', kinds: 'delayed' })
      const { secret } = await mail()
      await post(`/track/news/${secret}/confirm`)
      const payload =
        headers === form
          ? 'List-Unsubscribe=One-Click'
          : '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
      const click = () => api.app.inject({ method: 'POST', url: `/track/news/${secret}/stop`, headers, payload })
      expect((await open(`/track/news/${secret}/stop`)).body).toContain('<h1>No more mails</h1>')
      expect([(await click()).statusCode, (await click()).statusCode]).toEqual([200, 200])
      expect(await api.database.sql`select * from news_subscription`).toEqual([])
      expect((await open(`/track/news/${secret}/stop`)).body).toContain('No more mails about this shipment go to this address.')
    }
  })

  it('answers alike for an address that is known, one that is not, and one that was asked a moment ago.', async () => {
    const ask = (email: string) => post(`${path}/news`, { do: 'start', email, kinds: 'delayed' })
    const first = await ask('willemijn@example.nl')
    const { secret } = await mail()
    await post(`/track/news/${secret}/confirm`)
    for (const other of [await ask('willemijn@example.nl'), await ask('somebody@example.nl')])
      expect([other.statusCode, other.headers.location, other.body]).toEqual([first.statusCode, first.headers.location, first.body])
    const stop = (email: string) => post(`${path}/news`, { do: 'stop', email })
    const [known, unknown] = [await stop('Willemijn@example.nl'), await stop('nobody@example.nl')]
    expect([known.statusCode, known.headers.location]).toEqual([unknown.statusCode, unknown.headers.location])
    expect((await api.database.sql`select * from news_subscription`).length).toBe(1)
  })

  it('takes an address and something to hear of; it says which is missing, and nothing is written.', async () => {
    for (const email of ['', 'willemijn', 'a@b', 'a@b.nl, c@d.nl', 'a@b.nl\r\nBcc: c@d.nl', '<a@b.nl>', `${'a'.repeat(70)}@b.nl`]) {
      const { headers } = await post(`${await linkOf()}/news`, { do: 'start', email, kinds: 'delayed' })
      expect(headers.location, email).toMatch(/\?news=not-an-address#news$/)
    }
    const { headers } = await post(`${path}/news`, { do: 'start', email: 'a@b.nl' })
    expect(headers.location).toBe(`${path}?news=nothing-chosen#news`)
    expect((await open(`${path}?news=nothing-chosen`)).body).toMatch(/role="alert">Choose at least one.*<details open>/s)
    expect((await open(`${path}?news=<b>`)).body).not.toContain('tracking-outcome')
    expect((await post(`${path}/news`, { do: 'start', email: 'a@b.nl', kinds: 'gossip' })).statusCode).toBe(400)
    expect(await api.database.sql`select * from news_subscription`).toEqual([])
  })

  it('is not for whoever has no link, nor for another site to ask for; and not often.', async () => {
    const fields = { do: 'start', email: 'a@b.nl', kinds: 'delayed' }
    expect((await post(`/track/${'A'.repeat(22)}/news`, fields)).statusCode).toBe(404)
    expect((await post(`${path}/news`, fields, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    const statuses = []
    for (let attempt = 0; attempt < 9; attempt++) statuses.push((await post(`${path}/news?again=${attempt}`, fields)).statusCode)
    expect(statuses).toEqual([...Array(8).fill(303), 429])
    for (const url of [`/track/news/${'A'.repeat(22)}`, '/track/news/x']) expect((await open(url)).statusCode).toBe(404)
    expect((await post(`/track/news/${'A'.repeat(22)}/confirm`)).statusCode).toBe(404)
  })

  it('lasts as long as the link by which it was asked for; for whoever proved to be the recipient, sixty days.', async () => {
    const days = async (link: string) => {
      await api.database.sql`truncate news_subscription, news_request cascade`
      await post(`${link}/news`, { do: 'start', email: 'a@b.nl', kinds: 'delayed' })
      const [row] = await api.database.sql`select extract(epoch from expires_at - asked_at) / 86400 as days from news_subscription`
      return Math.round(Number(row?.days))
    }
    expect([await days(await linkOf({}, 10)), await days(await linkOf({ byFactor: true }, 1))]).toEqual([10, 60])
  })

  it('is not offered for what is delivered; whoever hears of it can still end it.', async () => {
    await post(`${path}/news`, { do: 'start', email: 'a@b.nl', kinds: 'delayed' })
    const { secret } = await mail()
    const own = String((await post(`/track/news/${secret}/confirm`)).headers.location).split('?')[0] ?? ''
    await api.database.sql`update shipment set state = 'delivered' where id = ${shipment.id}`
    await untilPagesKnow()
    const pages = [(await open(path)).body, (await open(own)).body]
    await api.database.sql`update shipment set state = 'in-transit' where id = ${shipment.id}`
    await untilPagesKnow()
    expect(pages.map((body) => body.includes('id="news"'))).toEqual([false, true])
  })
})

describe('Where no mails are sent', () => {
  it('none are offered, and none can be asked for.', async () => {
    const api = await startApi({ settings: { dataKey } })
    const as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    const shipment = (await as('POST', '/v1/shipments', newShipment())).json<Shipment>()
    const { token } = await createTrackingLink(api.database.db, shipment.id, 1)
    expect((await api.app.inject(`/track/${token}`)).body).not.toContain('id="news"')
    const payload = 'do=start&email=a@b.nl&kinds=delayed'
    expect((await api.app.inject({ method: 'POST', url: `/track/${token}/news`, headers: form, payload })).statusCode).toBe(404)
    await api.stop()
  })
})
