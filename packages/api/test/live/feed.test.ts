import { liveTopics } from '@lading/shared/live/topics'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BusListener } from '../../src/live/bus.ts'
import { createLiveFeed } from '../../src/live/feed.ts'
import { frame } from '../../src/live/frame.ts'
import type { Snapshot } from '../../src/live/snapshot.ts'
import { createMetrics } from '../../src/metrics.ts'

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
const world = { bbox: undefined }
const allowed = { session: 's', stillAllowed: async () => true }

const setUp = () => {
  let listener: BusListener | undefined
  const snapshot = vi.fn(async (): Promise<Snapshot> => ({ chunk: frame('snapshot', '{}'), ids: [idOf(1)], clustered: false }))
  const members = vi.fn(async (ids: string[]) => ids.map((id) => ({ id, position: null, json: Buffer.from(`{"id":"${id}"}`) })))
  const reload = vi.fn(async () => {})
  const changed = vi.fn()
  const forget = vi.fn()
  const assigned = { shipmentOf: (deviceId: string) => idOf(Number(deviceId)), reload, reloadDevice: async () => {} }
  const listen = (given: BusListener) => {
    listener = given
  }
  const bus = { connected: () => true, publish: () => {}, deliver: async () => {}, close: async () => {}, listen }
  const metrics = createMetrics()
  const feed = createLiveFeed({ sources: { assigned, members, changed, forget, snapshot }, bus, metrics, log: pino({ level: 'silent' }) })
  const createSink = () => {
    const closing: (() => void)[] = []
    const sink = {
      text: '',
      ended: false,
      writableLength: 0,
      write: (chunk: string) => {
        sink.text += chunk
        return true
      },
      end: () => {
        sink.ended = true
        for (const close of closing) close()
      },
      destroy: () => sink.end(),
      once: (event: string, act: () => void) => event === 'close' && closing.push(act),
      events: () => [...sink.text.matchAll(/^event: (.+)$/gm)].map(([, event]) => event),
    }
    return sink
  }
  const say = (topic: string, message: unknown) => listener?.onMessage(topic, Buffer.from(JSON.stringify(message)))
  const move = (device: number, lon = 0, minute = 0) =>
    say(liveTopics.positions, [{ deviceId: String(device), lat: 0, lon, recordedAtMs: minute * 60_000 }])
  return { feed, createSink, say, move, snapshot, members, changed, forget, reload, metrics, reconnect: () => listener?.onConnect() }
}

describe('The live feed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('Positions wait for the next quarter of a second and then go out together.', async () => {
    const { feed, createSink, move } = setUp()
    const sink = createSink()
    await feed.follow(sink, world, allowed)
    for (let minute = 0; minute < 50; minute++) move(1, minute / 10, minute)
    expect(sink.events()).toEqual(['snapshot'])
    await vi.advanceTimersByTimeAsync(250)
    expect(sink.events()).toEqual(['snapshot', 'positions'])
    expect(sink.text.match(/"lon"/g)).toHaveLength(1)
    expect(sink.text).toContain('"lon":4.9')
  })

  it('One question to the database serves every follower.', async () => {
    const { feed, createSink, move, members } = setUp()
    const sinks = [createSink(), createSink(), createSink()]
    for (const sink of sinks) await feed.follow(sink, world, allowed)
    move(2)
    move(3)
    await vi.advanceTimersByTimeAsync(250)
    expect(members.mock.calls).toEqual([[[idOf(2), idOf(3)]]])
    for (const sink of sinks) expect(sink.events()).toEqual(['snapshot', 'shipment', 'shipment', 'positions'])
  })

  it('Who sees clusters gets new ones from time to time, and no single shipments between them.', async () => {
    const { feed, createSink, move, snapshot } = setUp()
    snapshot.mockResolvedValue({ chunk: frame('snapshot', '{}'), ids: [idOf(1)], clustered: true })
    const sink = createSink()
    await feed.follow(sink, world, allowed)
    move(1)
    move(2)
    await vi.advanceTimersByTimeAsync(250)
    expect(sink.events()).toEqual(['snapshot', 'positions'])
    expect(sink.text).not.toContain(idOf(2))
    await vi.advanceTimersByTimeAsync(15_000)
    expect(sink.events()).toEqual(['snapshot', 'positions', 'snapshot'])
  })

  it('A stream ends within a minute after its session has.', async () => {
    const { feed, createSink } = setUp()
    const [stays, goes] = [createSink(), createSink()]
    await feed.follow(stays, world, allowed)
    await feed.follow(goes, world, { session: 'gone', stillAllowed: async () => false })
    await vi.advanceTimersByTimeAsync(60_000)
    expect([stays.ended, goes.ended]).toEqual([false, true])
  })

  it('A session has so many streams and no more, and a place is free again when one ends.', async () => {
    const { feed, createSink } = setUp()
    const sinks = Array.from({ length: 20 }, createSink)
    for (const sink of sinks) await feed.follow(sink, world, allowed)
    expect([feed.isFullFor('s'), feed.isFullFor('other')]).toEqual([true, false])
    sinks[0]?.end()
    expect(feed.isFullFor('s')).toBe(false)
  })

  it('Without followers nothing is read, and the first one after a while finds fresh assignments.', async () => {
    const { feed, createSink, move, members, reload, reconnect } = setUp()
    move(1)
    reconnect()
    await vi.advanceTimersByTimeAsync(120_000)
    expect([members.mock.calls.length, reload.mock.calls.length]).toEqual([0, 0])
    const sink = createSink()
    await feed.follow(sink, world, allowed)
    expect(reload).toHaveBeenCalledTimes(1)
    sink.end()
    await vi.advanceTimersByTimeAsync(120_000)
    await feed.follow(createSink(), world, allowed)
    expect(reload).toHaveBeenCalledTimes(2)
  })

  it('Assignments are read again whenever the bus is back, because changes were missed.', async () => {
    const { feed, createSink, reload, reconnect } = setUp()
    await feed.follow(createSink(), world, allowed)
    reconnect()
    expect(reload).toHaveBeenCalledTimes(2)
  })

  it('While the database is away the stream stays, and goes on when it is back.', async () => {
    const { feed, createSink, move, members } = setUp()
    const sink = createSink()
    await feed.follow(sink, world, allowed)
    members.mockRejectedValueOnce(new Error('away'))
    move(2, 1)
    await vi.advanceTimersByTimeAsync(250)
    expect(sink.events()).toEqual(['snapshot'])
    move(2, 2, 1)
    await vi.advanceTimersByTimeAsync(250)
    expect(sink.events()).toEqual(['snapshot', 'shipment', 'positions'])
  })

  it('A follower whose snapshot cannot be taken is sent away to come again.', async () => {
    const { feed, createSink, snapshot, metrics } = setUp()
    snapshot.mockRejectedValueOnce(new Error('away'))
    const sink = createSink()
    await feed.follow(sink, world, allowed)
    expect(sink.ended).toBe(true)
    expect(await metrics.registry.getSingleMetricAsString('lading_live_clients')).toContain('lading_live_clients 0')
  })

  it('A quiet stream shows that it is alive.', async () => {
    const { feed, createSink } = setUp()
    const sink = createSink()
    await feed.follow(sink, world, allowed)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(sink.text).toContain(': still here\n\n')
    feed.close()
    expect(sink.ended).toBe(true)
  })

  it('What changed is known to the map without followers too, and what may have been missed is read again.', async () => {
    const { say, changed, forget, members, reconnect } = setUp()
    say(liveTopics.shipments, { shipmentIds: [idOf(1)] })
    reconnect()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(changed.mock.calls).toEqual([[[idOf(1)]]])
    expect(forget).toHaveBeenCalledTimes(1)
    expect(members).not.toHaveBeenCalled()
  })

  it('Followers of the same hear the same bytes; one with a box hears its part.', async () => {
    const { feed, createSink, move } = setUp()
    const [one, other, boxed] = [createSink(), createSink(), createSink()]
    for (const sink of [one, other]) await feed.follow(sink, world, allowed)
    await feed.follow(boxed, { bbox: { west: -10, south: -10, east: 10, north: 10 } }, allowed)
    move(1, 5)
    move(2, 50)
    await vi.advanceTimersByTimeAsync(250)
    expect(one.text).toBe(other.text)
    expect(one.text.match(/"shipmentId"/g)).toHaveLength(2)
    expect(boxed.text.match(/"shipmentId"/g)).toHaveLength(1)
  })
})
