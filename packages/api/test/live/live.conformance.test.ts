import type { AddressInfo } from 'node:net'
import { startAedes } from '@lading/services/aedes'
import { untouched } from '@lading/shared/contract/alert'
import type { LivePositions } from '@lading/shared/contract/live'
import type { MapView } from '@lading/shared/contract/map'
import type { Shipment, ShipmentSummary } from '@lading/shared/contract/shipment'
import { liveTopics } from '@lading/shared/live/topics'
import mqtt from 'mqtt'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Bus, openBus } from '../../src/live/bus.ts'
import { openEventStream } from '../support/event-stream.ts'
import { newShipment, places } from '../support/examples.ts'
import { moveTo } from '../support/follow.ts'
import { startApi, type TestApi } from '../support/platform.ts'

const log = pino({ level: 'silent' })
const at = '2026-03-10T12:00:00.000Z'

describe('The live feed, over a real broker and a real socket', () => {
  let broker: Awaited<ReturnType<typeof startAedes>>
  let bus: Bus
  let api: TestApi
  let workers: mqtt.MqttClient
  let address: string
  let cookie: string
  const streams: Awaited<ReturnType<typeof openEventStream>>[] = []
  const ids: Record<string, string> = {}

  const follow = async (query = '', as = cookie) => {
    const stream = await openEventStream(`${address}/v1/live${query}`, as)
    streams.push(stream)
    return stream
  }
  const say = (topic: string, message: unknown) => workers.publishAsync(topic, JSON.stringify(message))
  const report = (deviceId: string, lat: number, lon: number, recordedAt = at) =>
    say(liveTopics.positions, [{ deviceId, lat, lon, recordedAtMs: Date.parse(recordedAt), speedKmh: 30 }])

  beforeAll(async () => {
    broker = await startAedes()
    bus = openBus({ url: broker.url, log })
    api = await startApi({ bus, clock: { now: () => new Date(at) } })
    await api.app.listen({ host: '127.0.0.1', port: 0 })
    address = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`
    workers = await mqtt.connectAsync(broker.url)
    const as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    for (const [name, lon] of Object.entries({ west: -50, east: 50 })) {
      await as('POST', '/v1/devices', { id: name })
      const response = await as('POST', '/v1/shipments', newShipment({ trackingNumber: `SHIP-${name.toUpperCase()}`, deviceId: name }))
      ids[name] = (response.json() as Shipment).id
      await moveTo(api, ids[name] as string, { lat: 10, lon, at })
    }
    cookie = `lading_session=${(await api.signIn('viewer')).lading_session}`
  })
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close()
  })
  afterAll(async () => {
    await workers?.endAsync()
    await api?.stop()
    await bus?.close()
    await broker?.stop()
  })

  it('Begins with a snapshot of the box and goes on with what moves in it.', async () => {
    const stream = await follow('?bbox=-60,0,-40,20')
    expect(stream.status).toBe(200)
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(stream.headers['content-security-policy']).toContain("default-src 'none'")
    const snapshot = (await stream.next('snapshot')) as MapView
    expect(snapshot.shipments.map(({ trackingNumber }) => trackingNumber)).toEqual(['SHIP-WEST'])
    await report('east', 10, 51)
    await report('west', 10, -51)
    const positions = (await stream.next('positions')) as LivePositions
    expect(positions).toEqual([{ shipmentId: ids.west, lat: 10, lon: -51, recordedAt: at, speedKmh: 30, headingDeg: null }])
  })

  it('What comes into the box is introduced first, and what leaves it is shown leaving, once.', async () => {
    const stream = await follow('?bbox=-60,0,-40,20')
    await stream.next('snapshot')
    await report('east', 10, -45)
    const positions = (await stream.next('positions', (all: LivePositions) =>
      all.some(({ shipmentId }) => shipmentId === ids.east),
    )) as LivePositions
    expect(positions[0]?.lon).toBe(-45)
    const order = stream.events.map(({ event }) => event)
    expect(order.indexOf('shipment')).toBeLessThan(order.indexOf('positions'))
    expect(await stream.next('shipment')).toMatchObject({ trackingNumber: 'SHIP-EAST' })
    await report('east', 10, 51)
    await stream.next('positions', (all: LivePositions) => all.some(({ lon }) => lon === 51))
    await report('east', 10, 52)
    await report('west', 10, -52)
    await stream.next('positions', (all: LivePositions) => all.some(({ lon }) => lon === -52))
    expect(JSON.stringify(stream.events)).not.toContain('"lon":52')
  })

  it('Of many positions of one shipment only the newest is sent, however they arrive.', async () => {
    const stream = await follow()
    await stream.next('snapshot')
    await say(
      liveTopics.positions,
      [1, 2, 9, 3, 4].map((minute) => ({ deviceId: 'west', lat: minute, lon: -50, recordedAtMs: Date.parse(at) + minute * 60_000 })),
    )
    const positions = (await stream.next('positions')) as LivePositions
    expect(positions).toEqual([expect.objectContaining({ shipmentId: ids.west, lat: 9 })])
  })

  it('A shipment that changed is read again and sent; alerts come as they are, and of currencies that they moved.', async () => {
    const stream = await follow()
    await stream.next('snapshot')
    await api.database.sql`update shipment set state = 'exception' where id = ${ids.west as string}`
    await say(liveTopics.shipments, { shipmentIds: [ids.west] })
    expect(await stream.next('shipment', ({ id }: ShipmentSummary) => id === ids.west)).toMatchObject({ state: 'exception' })
    const alert = {
      id: '11111111-1111-4111-8111-111111111111',
      shipmentId: ids.west,
      trackingNumber: 'SHIP-WEST',
      kind: 'stalled',
      severity: 'warning',
      message: 'It stands still.',
      facts: {},
      openedAt: at,
      updatedAt: at,
      closedAt: null,
      ...untouched,
    }
    await say(liveTopics.alerts, { alerts: [alert] })
    expect(await stream.next('alert')).toEqual(alert)
    await say(liveTopics.currencies, {})
    expect(await stream.next('currencies')).toEqual({})
  })

  it('A device that is assigned elsewhere moves the other shipment from then on.', async () => {
    const stream = await follow()
    await stream.next('snapshot')
    const as = await api.as('operator')
    await as('POST', '/v1/devices', { id: 'third' })
    await as('POST', '/v1/devices/third/assignments', { shipmentId: ids.west, from: '2026-03-10T11:00:00Z' })
    await vi.waitFor(async () => {
      await report('third', 33, -50)
      expect(stream.events.some(({ event, data }) => event === 'positions' && JSON.stringify(data).includes('"lat":33'))).toBe(true)
    }, 5_000)
  })

  it('A message of the wrong shape harms nobody.', async () => {
    const stream = await follow()
    await stream.next('snapshot')
    for (const topic of [...Object.values(liveTopics).filter((each) => each !== liveTopics.all), 'live/something-new']) {
      for (const message of [null, 7, {}, [{}], { alerts: [{}] }, { shipmentIds: ["x' or true"] }]) await say(topic, message)
      await workers.publishAsync(topic, 'not JSON')
    }
    await report('west', 12, -50)
    await stream.next('positions', (all: LivePositions) => all.some(({ lat }) => lat === 12))
  })

  it('Clients that go are forgotten.', async () => {
    const stream = await follow()
    await stream.next('snapshot')
    stream.close()
    await vi.waitFor(async () => expect((await api.app.inject('/metrics')).body).toContain('lading_live_clients 0'), 5_000)
  })

  it('A box that is not on the globe is refused before the stream begins.', async () => {
    const stream = await follow('?bbox=10,50,20,40')
    expect(stream.status).toBe(422)
  })

  it('The broker may go away and come back: health says so, the stream stays, and positions flow again.', async () => {
    const stream = await follow()
    await stream.next('snapshot')
    const { port } = broker
    await broker.stop()
    await vi.waitFor(() => expect(bus.connected()).toBe(false), 5_000)
    const health = await api.app.inject('/health/ready')
    expect([health.statusCode, health.json().services.broker]).toEqual([503, 'unavailable'])
    expect((await api.app.inject('/health/live')).statusCode).toBe(200)
    bus.publish(liveTopics.assignments, { deviceId: 'lost' })
    broker = await startAedes({ port })
    await vi.waitFor(() => expect(bus.connected()).toBe(true), 10_000)
    await vi.waitFor(async () => {
      await report('west', 44, -50)
      expect(JSON.stringify(stream.events)).toContain('"lat":44')
    }, 10_000)
  })

  it('Closing the app ends every stream.', async () => {
    const stream = await follow()
    await stream.next('snapshot')
    const closed = api.app.close()
    await stream.end()
    await closed
  })
})
