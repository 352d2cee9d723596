import type { Geofence } from '@lading/shared/contract/geofence'
import type { Hazard } from '@lading/shared/contract/hazard'
import { putLocation } from '@lading/store/postgres/location/put'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const port = { shape: 'circle', centre: [4.14, 51.95], radiusM: 8000 }

describe('Geofences and hazards', () => {
  let api: TestApi
  let as: Record<'operator' | 'viewer', Awaited<ReturnType<TestApi['as']>>>
  const now = new Date('2026-03-02T06:00:00.000Z')
  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    as = { operator: await api.as('operator'), viewer: await api.as('viewer') }
  })
  afterAll(() => api?.stop())

  const draw = async (body: object) => {
    const response = await as.operator('POST', '/v1/geofences', { area: port, ...body })
    expect(response.statusCode, response.body).toBe(201)
    return response.json() as Geofence
  }

  it('A fence is drawn, looked at, changed and taken away, and says who did so; who may only look draws none.', async () => {
    const fence = await draw({ name: ' Maasvlakte ', alerts: { dwellHours: 48 } })
    expect(fence).toMatchObject({
      ...{ name: 'Maasvlakte', colour: 'blue', area: port, modes: [], carriers: [], inside: 0, version: 1 },
      alerts: { entered: false, left: false, dwellHours: 48, severity: 'warning' },
      createdBy: { name: 'The operator' },
    })
    expect((await as.viewer('GET', `/v1/geofences/${fence.id}`)).json()).toEqual(fence)
    expect((await as.viewer('POST', '/v1/geofences', { name: 'Mine', area: port })).statusCode).toBe(403)

    const changed = await as.operator('PATCH', `/v1/geofences/${fence.id}`, { version: 1, alerts: { entered: true }, colour: 'orange' })
    expect(changed.json()).toMatchObject({ version: 2, colour: 'orange', alerts: { entered: true, dwellHours: 48 } })
    const late = await as.operator('PATCH', `/v1/geofences/${fence.id}`, { version: 1, name: 'Other' })
    expect([late.statusCode, late.json().code]).toEqual([409, 'area-changed'])
    const taken = await as.operator('POST', '/v1/geofences', { name: 'Maasvlakte', area: port })
    expect([taken.statusCode, taken.json().code]).toEqual([409, 'geofence-name-taken'])

    expect((await as.operator('DELETE', `/v1/geofences/${fence.id}`)).statusCode).toBe(204)
    expect((await as.viewer('GET', `/v1/geofences/${fence.id}`)).statusCode).toBe(404)
    // The name is free again.
    await draw({ name: 'Maasvlakte' })
  })

  it('They come in pages, the last drawn first.', async () => {
    const names = ['one', 'two', 'three'].map((name) => `page ${name}`)
    for (const name of names) await draw({ name })
    const seen: string[] = []
    let cursor = ''
    for (let pages = 0; pages < 10; pages++) {
      const { items, nextCursor } = (await as.viewer('GET', `/v1/geofences?limit=2${cursor}`)).json()
      seen.push(...items.map(({ name }: Geofence) => name))
      if (nextCursor === null) break
      cursor = `&cursor=${nextCursor}`
    }
    expect(seen.filter((name) => name.startsWith('page')).toSorted()).toEqual(names.toSorted())
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('An area that crosses itself, or is none, is refused with where and of the shape that was meant.', async () => {
    const bow = {
      shape: 'polygon',
      ring: [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
      ],
    }
    const refused = await as.operator('POST', '/v1/geofences', { name: 'Bow', area: bow })
    expect([refused.statusCode, refused.json().errors]).toMatchObject([
      422,
      [{ path: '/area/ring/2', message: 'the ring crosses itself: edge 3–4 meets edge 1–2 at longitude 1, latitude 1' }],
    ])
    const small = await as.operator('POST', '/v1/geofences', { name: 'Small', area: { ...port, radiusM: 1 } })
    expect([small.statusCode, small.json().errors]).toMatchObject([400, [{ path: '/area/radiusM' }]])
    const star = await as.operator('POST', '/v1/geofences', { name: 'Star', area: { shape: 'star' } })
    expect(star.statusCode).toBe(400)
  })

  it('A file of GeoJSON is drawn as a whole or not at all, and what is exported can be imported.', async () => {
    const feature = (geometry: object, properties: object) => ({ type: 'Feature', geometry, properties })
    const file = {
      type: 'FeatureCollection',
      features: [
        feature(
          { type: 'Point', coordinates: [113.9, 22.5] },
          { name: 'Shenzhen', radiusM: 15_000, colour: 'green', owner: 'unknown here' },
        ),
        feature(
          {
            type: 'LineString',
            coordinates: [
              [4, 52],
              [5, 52],
            ],
          },
          { name: 'A12', widthM: 2000, alerts: { left: true } },
        ),
      ],
    }
    const count = async () => (await as.viewer('GET', '/v1/geofences?limit=500')).json().items.length as number
    const before = await count()
    const broken = structuredClone(file)
    broken.features.push(feature({ type: 'Point', coordinates: [4, 52] }, { radiusM: 100 }))
    const refused = await as.operator('POST', '/v1/geofences/geojson', broken)
    expect([refused.statusCode, refused.json().errors]).toMatchObject([422, [{ path: '/features/2/properties/name' }]])
    expect(await count()).toBe(before)

    const imported = await as.operator('POST', '/v1/geofences/geojson', file)
    expect([imported.statusCode, imported.json()]).toEqual([201, { imported: 2 }])
    const exported = await as.viewer('GET', '/v1/geofences/geojson')
    expect(exported.headers['content-type']).toContain('application/geo+json')
    const { features } = JSON.parse(exported.body)
    const again = features.filter(({ properties }: { properties: { name: string } }) => ['Shenzhen', 'A12'].includes(properties.name))
    // Drawn at once, they come in no order.
    again.sort((a: { geometry: { type: string } }, b: { geometry: { type: string } }) => a.geometry.type.localeCompare(b.geometry.type))
    expect(again).toMatchObject([
      { geometry: { type: 'LineString' }, properties: { name: 'A12', widthM: 2000, alerts: { left: true } } },
      { geometry: { type: 'Point', coordinates: [113.9, 22.5] }, properties: { name: 'Shenzhen', radiusM: 15_000, colour: 'green' } },
    ])
    for (const each of again) each.properties.name += ' again'
    expect((await as.operator('POST', '/v1/geofences/geojson', { type: 'FeatureCollection', features: again })).json()).toEqual({
      imported: 2,
    })
  })

  it('Whoever is there when a fence is drawn is looked at at once.', async () => {
    for (const place of places) await putLocation(api.database.db, place)
    const id = await createShipment(api.database.db, newShipment(), now)
    await api.database.sql`update shipment set lat = 51.96, lon = 4.15, position_at = now() where id = ${id}`
    api.requested.length = 0
    await draw({ name: 'Around it' })
    expect(api.requested).toEqual([{ name: 'plan', id }])
    api.requested.length = 0
    await draw({ name: 'Elsewhere', area: { ...port, centre: [-70, -30] } })
    expect(api.requested).toEqual([])
  })

  it('A hazard is told with its times, listed by whether it is there now, changed and taken back.', async () => {
    const tell = async (body: object) => as.operator('POST', '/v1/hazards', { kind: 'storm', severity: 'critical', area: port, ...body })
    const storm = (await tell({ title: 'Storm Éowyn', source: 'Met office', validUntil: '2026-03-04T00:00:00Z' })).json() as Hazard
    expect(storm).toMatchObject({ title: 'Storm Éowyn', validFrom: now.toISOString(), validUntil: '2026-03-04T00:00:00.000Z', version: 1 })
    await tell({ title: 'Strike to come', kind: 'strike', validFrom: '2026-03-10T00:00:00Z' })
    const titles = async (state: string) =>
      ((await as.viewer('GET', `/v1/hazards?state=${state}`)).json().items as Hazard[]).map(({ title }) => title)
    expect([await titles('active'), await titles('announced'), await titles('over')]).toEqual([['Storm Éowyn'], ['Strike to come'], []])

    const backwards = await tell({ title: 'Backwards', validUntil: '2026-03-01T00:00:00Z' })
    expect([backwards.statusCode, backwards.json().errors]).toMatchObject([422, [{ path: '/validUntil' }]])
    const over = await as.operator('PATCH', `/v1/hazards/${storm.id}`, {
      ...{ version: 1, validFrom: '2026-03-01T00:00:00Z', validUntil: '2026-03-02T00:00:00Z' },
    })
    expect(over.json()).toMatchObject({ version: 2 })
    expect(await titles('over')).toEqual(['Storm Éowyn'])
    expect((await as.viewer('DELETE', `/v1/hazards/${storm.id}`)).statusCode).toBe(403)
    expect((await as.operator('DELETE', `/v1/hazards/${storm.id}`)).statusCode).toBe(204)
    expect(await titles('over')).toEqual([])

    const cut = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [170, 0],
            [180, 0],
            [180, 5],
            [170, 0],
          ],
        ],
        [
          [
            [-180, 0],
            [-170, 0],
            [-180, 5],
            [-180, 0],
          ],
        ],
      ],
    }
    const file = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: cut, properties: { name: 'Eruption', kind: 'volcano', severity: 'warning' } }],
    }
    expect((await as.operator('POST', '/v1/hazards/geojson', file)).json()).toEqual({ imported: 2 })
    expect((await titles('active')).toSorted()).toEqual(['Eruption (1)', 'Eruption (2)'])
    expect(JSON.parse((await as.viewer('GET', '/v1/hazards/geojson')).body).features).toHaveLength(3)
  })

  it('are taken from a feed, all of it or nothing, once however often it is told.', async () => {
    const quake = (id: string, mag: unknown) => ({
      ...{ type: 'Feature', id, geometry: { type: 'Point', coordinates: [3.2, 51.3, 10] } },
      properties: { mag, time: Date.now(), title: `Earthquake ${id}`, type: 'earthquake' },
    })
    const tell = (...features: object[]) => as.operator('POST', '/v1/hazards/feed', { type: 'FeatureCollection', features })
    const refused = await tell(quake('a', 6.1), quake('b', 'large'))
    expect([refused.statusCode, refused.json().errors]).toEqual([422, [{ path: '/features/1/properties/mag', message: 'is no magnitude' }]])
    const counts = { feed: 'usgs', changed: 0, ended: 0, left: 1 }
    expect((await tell(quake('a', 6.1), quake('b', 2))).json()).toEqual({ ...counts, added: 1, unchanged: 0 })
    expect((await tell(quake('a', 6.1), quake('b', 2))).json()).toMatchObject({ added: 0 })
    const kept = (await as.viewer('GET', '/v1/hazards')).json().items as Hazard[]
    expect(kept.find(({ title }) => title === 'Earthquake a')).toMatchObject({
      source: 'USGS',
      createdBy: { name: expect.any(String) },
      updatedBy: null,
    })
    expect((await as.viewer('POST', '/v1/hazards/feed', {})).statusCode).toBe(403)
  })
})
