import type { Shipment } from '@lading/shared/contract/shipment'
import type { TrackingLink } from '@lading/shared/contract/tracking-link'
import { drawnShipment } from '@lading/store/postgres/consumer/drawn-shipment'
import { shownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { getShipment } from '@lading/store/postgres/shipment/get'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/app.ts'
import { whatTheMapShows } from '../../src/tracking-page/map.ts'
import { whatConsumersSee } from '../../src/tracking-page/what-consumers-see.ts'
import { newShipment, places, rotterdam } from '../support/examples.ts'
import { moveTo, openAlert, untilPagesKnow } from '../support/follow.ts'
import { startApi, type TestApi } from '../support/platform.ts'

const stage = (sequence: number, kind: string, p50Hours: number) => ({
  ...{ sequence, kind, state: 'running', p10Hours: p50Hours, p50Hours, p90Hours: p50Hours, shareOfSpread: 0.5, basis: null },
})

describe('A tracking page that is kept', () => {
  const time = { now: new Date('2026-03-01T12:04:00Z') }
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  let another: App
  let shipment: Shipment
  let path: string

  const textOf = async (app: App, url: string, headers = {}) => {
    const { statusCode, body } = await app.inject({ url, headers })
    return statusCode === 200 ? body : `answered with ${statusCode}`
  }
  /** The page as two api processes answer it that have both answered it before. */
  const bothSay = async (url = path, headers = {}) => {
    const [one, other] = await Promise.all([textOf(api.app, url, headers), textOf(another, url, headers)])
    expect(other).toBe(one)
    return one
  }
  /** What a change makes of the page, which did not say so before. */
  const saysAfter = async (change: () => Promise<unknown>, text: string | RegExp, url = path) => {
    expect(await bothSay(url)).not.toMatch(text)
    await change()
    await untilPagesKnow()
    expect(await bothSay(url)).toMatch(text)
  }
  const newLink = async () => `/track/${(await createTrackingLink(api.database.db, shipment.id, 30)).token}`

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => time.now } })
    another = await api.another()
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    shipment = (await as('POST', '/v1/shipments', newShipment())).json()
    const link = (await as('POST', `/v1/shipments/${shipment.id}/tracking-links`)).json<TrackingLink>()
    path = new URL(link.url).pathname
    await moveTo(api, shipment.id, { lat: 10.1, lon: 60.1, at: '2026-03-01T12:00:00Z' })
  })
  afterAll(async () => {
    await another?.close()
    await api?.stop()
  })

  it('is another one when the shipment moves, changes its state, or is expected at another time.', async () => {
    await saysAfter(() => moveTo(api, shipment.id, { lat: 10.1, lon: 60.1, at: '2026-03-01T12:02:00Z' }), 'Updated 2 minutes ago')
    await saysAfter(
      () => moveTo(api, shipment.id, { lat: 10.1, lon: 60.1, at: '2026-03-01T12:02:00Z', state: 'exception' }),
      '<h1>Held up</h1>',
    )
    await saysAfter(
      () => api.database.sql`update shipment set eta_p10 = '2026-03-30T10:00Z', eta_p50 = '2026-03-30T12:00Z',
        eta_p90 = '2026-03-30T14:00Z', eta_computed_at = '2026-03-01T12:02Z' where id = ${shipment.id}`,
      'Monday 30 March, between 12:00 and 16:00',
    )
  })

  it('tells of what customs says as soon as it was told.', async () => {
    const tell = (state: string, eventTime: string) =>
      as('POST', `/v1/shipments/${shipment.id}/customs/2/events`, { state, eventTime, documents: [] })
    await saysAfter(() => tell('lodged', '2026-03-01T10:00:00Z'), /It is declared to customs.*Declared to customs/s)
    await saysAfter(() => tell('released', '2026-03-01T11:00:00Z'), /Customs has released it.*Released by customs/s)
  })

  it('tells of the handing over, and takes back what was noted wrongly.', async () => {
    await moveTo(api, shipment.id, { lat: 10.1, lon: 60.1, at: '2026-03-01T12:02:00Z', state: 'delivered' })
    const prove = (note: string) =>
      as('POST', `/v1/shipments/${shipment.id}/proof-of-delivery`, { receivedAt: '2026-03-01T11:00:00Z', note })
    await saysAfter(() => prove('Left with Mrs Jansen'), 'Left with Mrs Jansen')
    await saysAfter(() => prove('Left with the neighbours'), 'Left with the neighbours')
    expect(await bothSay()).not.toContain('Jansen')
    await moveTo(api, shipment.id, { lat: 10.1, lon: 60.1, at: '2026-03-01T12:02:00Z' })
  })

  it('tells of temperatures once they are agreed on and measured, and of those that were not kept.', async () => {
    await as('POST', '/v1/devices', { id: 'logger-1' })
    await as('PATCH', `/v1/shipments/${shipment.id}`, { limits: { temperatureMinC: 2, temperatureMaxC: 8 } })
    const measuredMs = Date.parse('2026-03-01T11:00:00Z')
    await api.telemetry.write([{ deviceId: 'logger-1', recordedAtMs: measuredMs, receivedAtMs: measuredMs, temperatureC: 5 }])
    await saysAfter(
      () => as('POST', `/v1/devices/logger-1/assignments`, { shipmentId: shipment.id, from: '2026-03-01T10:00:00Z' }),
      'All the way within the agreed range',
    )
    await saysAfter(() => openAlert(api, shipment.id, 'temperature', 'critical', '2026-03-01T11:30:00Z'), 'Outside the agreed range')
    await saysAfter(
      () => as('PATCH', `/v1/shipments/${shipment.id}`, { limits: { temperatureMinC: null, temperatureMaxC: null } }),
      /^(?!.*Outside the agreed range)/s,
    )
  })

  it('names a place as it is called now.', async () => {
    await api.database
      .sql`insert into milestone (shipment_id, code, classifier, event_time, record_time, leg_sequence, location_code, source)
      values (${shipment.id}, 'ARRI', 'ACT', '2026-03-01T09:00Z', '2026-03-01T09:00Z', 1, 'NLRTM', 'device')`
    await moveTo(api, shipment.id, { lat: 10.1, lon: 60.1, at: '2026-03-01T12:02:00Z' })
    await untilPagesKnow()
    expect(await bothSay()).toContain('Rotterdam')
    await saysAfter(() => as('PUT', '/v1/locations/NLRTM', { ...rotterdam, name: 'Port of Rotterdam' }), 'Port of Rotterdam')
  })

  it('is made of the same that staff know of the shipment.', async () => {
    const { sql, db } = api.database
    const stages = (hours: number) => JSON.stringify([stage(1, 'leg', hours), stage(2, 'border', 30)])
    const at = (hour: string) => `2026-02-${hour}:00:00Z`
    for (const [computedAt, p50, hours] of [
      [at('25T10'), '2026-03-27T12:00Z', 800],
      [at('28T11'), '2026-03-28T12:00Z', 820],
      [at('28T13'), '2026-03-29T12:00Z', 840],
    ] as const)
      await sql`insert into eta (shipment_id, computed_at, p10, p50, p90, stages)
        values (${shipment.id}, ${computedAt}, ${p50}, ${p50}, ${p50}, ${stages(hours)}::text::jsonb)`
    await sql`update shipment set eta_stages = ${stages(868)}::text::jsonb where id = ${shipment.id}`
    await untilPagesKnow()
    const [forStaff, forConsumers] = await Promise.all([getShipment(db, shipment.id), shownShipment(sql, shipment.id)])
    if (!forStaff || !forConsumers) throw new Error('there is no such shipment')
    expect(whatConsumersSee(forConsumers)).toEqual(whatConsumersSee(forStaff))
    expect(whatConsumersSee(forConsumers).arrival).toMatchObject({ why: { causes: [{ of: 'sea', laterByMs: 48 * 3_600_000 }] } })
    expect(await bothSay()).toContain('The sea voyage takes about 2 days longer than expected yesterday.')
    const young = at('28T13')
    await sql`delete from eta where shipment_id = ${shipment.id} and computed_at < ${young}`
    const [staff, consumers] = await Promise.all([getShipment(db, shipment.id), shownShipment(sql, shipment.id)])
    expect(consumers?.etaExplanation).toEqual(staff?.etaExplanation)
    expect(consumers?.etaExplanation?.changes?.against).toBe('first')
    const [map, drawn] = await Promise.all([bothSay(`${path}/map.json`), drawnShipment(sql, shipment.id)])
    expect(JSON.parse(map)).toEqual(whatTheMapShows(forStaff))
    expect(drawn && whatTheMapShows(drawn)).toEqual(whatTheMapShows(forStaff))
  })

  it('looks like the merchant as they are now: theirs that become the default, change their name, or are given up.', async () => {
    const asAdmin = await api.as('admin')
    const be = (name: string) => asAdmin('PUT', '/v1/merchants/lamps', { name, isDefault: true })
    await saysAfter(() => be('Bright Lamps'), 'Bright Lamps')
    await saysAfter(() => be('Brighter Lamps'), 'Brighter Lamps')
    await asAdmin('DELETE', '/v1/merchants/lamps')
    await untilPagesKnow()
    expect(await bothSay()).not.toContain('Lamps')
  })

  it('has another map when the shipment moves or a route is planned.', async () => {
    const map = `${path}/map.json`
    await saysAfter(() => moveTo(api, shipment.id, { lat: 44.4, lon: 33.3, at: '2026-03-01T12:03:00Z' }), '"lat":44.4', map)
    await saysAfter(
      () =>
        api.database
          .sql`update leg set route = '[[113.9,22.5],[77.7,7.7],[4.14,51.95]]' where shipment_id = ${shipment.id} and sequence = 1`,
      '77.7',
      map,
    )
  })

  it('says how long ago that was, while nothing happens.', async () => {
    expect(await bothSay()).toContain('Updated 1 minute ago')
    time.now = new Date('2026-03-01T12:04:59Z')
    expect(await bothSay()).toContain('Updated 1 minute ago')
    time.now = new Date('2026-03-01T12:05:00Z')
    expect(await bothSay()).toContain('Updated 2 minutes ago')
  })

  it('is in the language that is asked for, and has the addresses of its own link.', async () => {
    expect(await bothSay(path, { 'accept-language': 'de' })).toContain('<html lang="de-')
    expect(await bothSay(path, { 'accept-language': 'fr' })).toContain('<html lang="fr-')
    expect(await bothSay(`${path}?feedback=given`)).toContain('Thank you')
    expect(await bothSay()).not.toContain('Thank you')
    const other = await newLink()
    expect(await bothSay(other)).toContain(`${other}/map.json`)
    expect(await bothSay(other)).not.toContain(path)
  })

  it.each([
    [
      'has expired',
      (hash: string) => api.database.sql`update tracking_link set expires_at = now() - interval '1 second' where token_hash = ${hash}`,
    ],
    ['was taken back', (hash: string) => api.database.sql`delete from tracking_link where token_hash = ${hash}`],
  ])('is gone at once when its link %s, and cannot be told from one that never was.', async (_, end) => {
    const link = await newLink()
    for (const url of [link, `${link}/map.json`]) expect(await bothSay(url)).not.toContain('answered with')
    const [{ hash }] = (await api.database
      .sql`select token_hash as hash from tracking_link order by created_at desc limit 1`) as unknown as [{ hash: string }]
    await end(hash)
    await untilPagesKnow()
    for (const url of [link, `${link}/map.json`, `${link}/arrival.ics`]) expect(await bothSay(url)).toBe('answered with 404')
    const unknown = await api.app.inject({ url: `/track/${'A'.repeat(22)}` })
    const gone = await api.app.inject({ url: link })
    expect([gone.body, Object.keys(gone.headers)]).toEqual([unknown.body, Object.keys(unknown.headers)])
  })

  it('is gone at once with what is erased.', async () => {
    const link = await newLink()
    expect(await bothSay(link)).toContain(shipment.trackingNumber)
    await api.database.sql`delete from shipment where id = ${shipment.id}`
    await untilPagesKnow()
    for (const url of [link, path, `${link}/map.json`]) expect(await bothSay(url)).toBe('answered with 404')
  })
})
