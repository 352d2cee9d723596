import type { Shipment } from '@lading/shared/contract/shipment'
import { isSecretOf } from '@lading/store/broker/secret-hash'
import { addToLedgers } from '@lading/store/postgres/device-ledger/add'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

describe('Devices and places', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const shipment = async () => (await as('POST', '/v1/shipments', newShipment())).json() as Shipment
  const devicesOf = async ({ id }: Shipment) => ((await as('GET', `/v1/shipments/${id}`)).json() as Shipment).devices
  const assign = (deviceId: string, { id }: Shipment, from: string, until?: string) =>
    as('POST', `/v1/devices/${deviceId}/assignments`, { shipmentId: id, from, until })

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => new Date('2026-03-10T00:00:00Z') } })
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
  })
  afterAll(() => api?.stop())

  it('A secret is shown once, and only its hash is kept.', async () => {
    const response = await as('POST', '/v1/devices', { id: 'van:7', label: 'Van 7' })
    expect(response.statusCode).toBe(201)
    const { secret, ...rest } = response.json()
    expect(rest).toEqual({ id: 'van:7', topic: 'lading/v1/van:7/telemetry' })
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(response.headers['cache-control']).toBe('no-store')
    const [row] = await api.database.sql`select secret_hash from device where id = 'van:7'`
    expect(row?.secret_hash).not.toContain(secret)
    expect(isSecretOf(row?.secret_hash, secret)).toBe(true)
    expect(isSecretOf(row?.secret_hash, `${secret}x`)).toBe(false)
    expect((await as('GET', '/v1/devices/van:7')).json()).toEqual({
      id: 'van:7',
      label: 'Van 7',
      reportIntervalS: 900,
      lastSeenAt: null,
      position: null,
      batteryPct: null,
      shipmentId: null,
      registeredAt: '2026-03-10T00:00:00.000Z',
      revokedAt: null,
      ledger: null,
    })
  })

  it('A device shows what became of all it sent, and devices that need a look are found.', async () => {
    for (const id of ['led', 'calm', 'mute']) await as('POST', '/v1/devices', { id })
    const { sql } = api.database
    const entry = {
      received: 5,
      stored: 3,
      late: 1,
      repeated: 0,
      clockSkewS: -2,
      rejected: new Map([
        ['flood', 2],
        ['not-json', 1],
      ]),
    }
    const wallNow = new Date()
    for (const clockSkewS of [undefined, 90, undefined])
      await addToLedgers(
        sql,
        new Map([
          ['led', { ...entry, clockSkewS }],
          ['stranger', entry],
        ]),
        wallNow,
      )
    await addToLedgers(sql, new Map([['calm', { ...entry, rejected: new Map([['not-json', 1]]) }]]), wallNow)
    await sql`insert into device_latest (device_id, recorded_at, received_at)
      select id, '2026-03-09T23:30:00Z', now() from unnest(array['led', 'calm']) as ids (id)`
    expect((await as('GET', '/v1/devices/led')).json().ledger).toEqual({
      received: 15,
      stored: 9,
      quarantined: 6,
      rejected: { flood: 6, 'not-json': 3 },
      late: 3,
      repeated: 0,
      lastReceivedAt: wallNow.toISOString(),
      clockSkewS: 90,
    })
    const ids = async (health: string) =>
      ((await as('GET', `/v1/devices?health=${health}&limit=500`)).json().items as { id: string }[]).map(({ id }) => id)
    expect(await ids('quarantined')).toEqual(['led'])
    expect(await ids('skewed')).toEqual(['led'])
    expect(await ids('silent')).toContain('mute')
    expect(await ids('never-seen')).toContain('mute')
    expect(await ids('never-seen')).not.toContain('calm')
    await sql`update device_latest set battery_pct = 14 where device_id = 'calm'`
    expect(await ids('low-battery')).toEqual(['calm'])
    await as('POST', '/v1/devices/led/revoke')
    expect(await ids('revoked')).toEqual(['led'])
    expect(await ids('quarantined')).toEqual([])
    expect(await ids('silent')).not.toContain('calm')
    expect(await sql`select 1 from device_ledger where device_id = 'stranger'`).toHaveLength(0)
  })

  it('A device is registered once.', async () => {
    await as('POST', '/v1/devices', { id: 'twice' })
    const again = await as('POST', '/v1/devices', { id: 'twice' })
    expect([again.statusCode, again.json().code]).toEqual([409, 'device-registered'])
  })

  it('A name that would not fit into a topic is refused.', async () => {
    for (const id of ['a/b', 'a+b', '#', '', 'ä', ' a']) expect((await as('POST', '/v1/devices', { id })).statusCode, id).toBe(400)
  })

  it('A device shows what was last heard of it and the shipment it travels with now.', async () => {
    await as('POST', '/v1/devices', { id: 'heard' })
    const current = await shipment()
    await assign('heard', current, '2026-03-09T00:00:00Z')
    await api.database.sql`insert into device_latest (device_id, recorded_at, received_at, lat, lon, position_at, battery_pct)
      values ('heard', '2026-03-09T22:00:00Z', now(), 51.5, 4.25, '2026-03-09T21:00:00Z', 80)`
    expect((await as('GET', '/v1/devices/heard')).json()).toMatchObject({
      lastSeenAt: '2026-03-09T22:00:00.000Z',
      position: { lat: 51.5, lon: 4.25, recordedAt: '2026-03-09T21:00:00.000Z' },
      batteryPct: 80,
      shipmentId: current.id,
    })
  })

  it('A new assignment ends the one before it, and is told to everybody who follows devices.', async () => {
    await as('POST', '/v1/devices', { id: 'moves-on' })
    const [before, after] = [await shipment(), await shipment()]
    await assign('moves-on', before, '2026-03-01T00:00:00Z')
    const response = await assign('moves-on', after, '2026-03-05T00:00:00Z')
    expect(response.statusCode).toBe(201)
    expect(response.json()).toEqual({ deviceId: 'moves-on', shipmentId: after.id, from: '2026-03-05T00:00:00.000Z', until: null })
    expect(await devicesOf(before)).toEqual([{ deviceId: 'moves-on', from: '2026-03-01T00:00:00.000Z', until: '2026-03-05T00:00:00.000Z' }])
    expect(api.published.at(-1)).toEqual({ topic: 'live/assignments', message: { deviceId: 'moves-on' } })
    expect(api.requested.at(-1)).toEqual({ name: 'track', id: 'moves-on' })
  })

  it('Whatever is assigned in which order, a device never speaks for two shipments at once.', async () => {
    await as('POST', '/v1/devices', { id: 'busy' })
    const shipments = await Promise.all([shipment(), shipment(), shipment()])
    const days: [number, number | undefined][] = [
      [5, undefined],
      [1, undefined],
      [3, 8],
      [2, 4],
      [6, 7],
      [3, undefined],
      [1, 2],
    ]
    const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T00:00:00Z`
    for (const [index, [from, until]] of days.entries()) {
      const target = shipments[index % 3] as Shipment
      expect((await assign('busy', target, day(from), until === undefined ? undefined : day(until))).statusCode).toBe(201)
      const rows = await api.database
        .sql`select "from", coalesce(until, 'infinity') as until from assignment where device_id = 'busy' order by "from"`
      const overlapping = await api.database.sql`select 1 from assignment a join assignment b on a.id < b.id and a.device_id = b.device_id
        and tstzrange(a."from", a.until) && tstzrange(b."from", b.until) where a.device_id = 'busy'`
      expect(overlapping, JSON.stringify(rows)).toHaveLength(0)
      expect(await devicesOf(target)).toContainEqual({
        deviceId: 'busy',
        from: new Date(day(from)).toISOString(),
        until: until ? new Date(day(until)).toISOString() : null,
      })
    }
  })

  it('An assignment ends after it begins, and needs a device and a shipment that exist.', async () => {
    await as('POST', '/v1/devices', { id: 'exists' })
    const target = await shipment()
    expect((await assign('exists', target, '2026-03-05T00:00:00Z', '2026-03-05T00:00:00Z')).json().errors[0].path).toBe('/until')
    expect((await assign('missing', target, '2026-03-05T00:00:00Z')).json().code).toBe('device-not-found')
    const nowhere = { ...target, id: '00000000-0000-4000-8000-000000000000' }
    expect((await assign('exists', nowhere, '2026-03-05T00:00:00Z')).json().errors[0].path).toBe('/shipmentId')
  })

  it('Devices are found by a part of their name or label, in pages.', async () => {
    for (const id of ['find-a', 'find-b', 'find-c']) await as('POST', '/v1/devices', { id, label: `Pallet ${id.at(-1)}` })
    const names = async (query: string) => ((await as('GET', `/v1/devices?${query}`)).json().items as { id: string }[]).map(({ id }) => id)
    expect(await names('q=pallet%20B')).toEqual(['find-b'])
    const first = (await as('GET', '/v1/devices?q=find-&limit=2')).json()
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual(['find-c', 'find-b'])
    expect(await names(`q=find-&limit=2&cursor=${first.nextCursor}`)).toEqual(['find-a'])
  })

  it('A place is added and changed under its code, with a zone that exists.', async () => {
    const [place] = places
    const changed = await as('PUT', '/v1/locations/CNSZX', { ...place, geofenceRadiusKm: 20 })
    expect(changed.json()).toEqual({ ...place, geofenceRadiusKm: 20 })
    expect((await as('GET', '/v1/locations')).json()).toContainEqual({ ...place, geofenceRadiusKm: 20 })
    expect((await as('PUT', '/v1/locations/OTHER', place)).json().errors[0].path).toBe('/code')
    for (const zone of ['Mars/Olympus', '+02:00', '']) {
      expect((await as('PUT', '/v1/locations/CNSZX', { ...place, zone })).json().errors[0].path, zone).toBe('/zone')
    }
  })
})
