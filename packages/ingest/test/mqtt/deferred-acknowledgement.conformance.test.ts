import type { Delivery } from '@lading/ingest/delivery'
import { connectBroker } from '@lading/ingest/mqtt/connect'
import { deferAcknowledgement } from '@lading/ingest/mqtt/deferred-acknowledgement'
import { subscribeAlways } from '@lading/ingest/mqtt/subscribe'
import { startAedes } from '@lading/services/aedes'
import { findProgram } from '@lading/services/find-program'
import { startMosquitto } from '@lading/services/mosquitto'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const mosquitto = async () => {
  const directory = await temporaryDirectory()
  const server = await startMosquitto({ directory: directory.path })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await directory.remove()
    },
  }
}

describe.each([
  { name: 'Mosquitto', start: mosquitto, missing: !findProgram('mosquitto'), version: 5 },
  { name: 'aedes', start: startAedes, missing: false, version: 4 },
])('What ingest takes for granted about mqtt.js, against $name', ({ start, missing, version }) => {
  describe.skipIf(missing)('on a real connection', () => {
    let broker: { url: string; stop: () => Promise<void> }
    beforeAll(async () => {
      broker = await start()
    })
    afterAll(() => broker.stop())

    const subscribe = async (
      clientId: string,
      { messagesMax = 20_000, bytesMax = 1e9, group = undefined as string | undefined, filter = `${clientId}/#` } = {},
    ) => {
      const taken: Delivery[] = []
      const errors: Error[] = []
      const client = connectBroker({ url: broker.url, clientId, receiveMaximum: 20_000, onError: (error) => errors.push(error) })
      const source = deferAcknowledgement(client, { take: (delivery) => taken.push(delivery), now: Date.now, messagesMax, bytesMax })
      const subscription = subscribeAlways(client, { codecs: [{ filters: [filter] }], group, onError: (error) => errors.push(error) })
      await vi.waitFor(() => expect(subscription.isSubscribed()).toBe(true), 10_000)
      return { client, source, taken, errors, numbers: () => taken.map(({ payload }) => Number(payload)) }
    }
    const publish = async (topic: string, numbers: number[]) => {
      const publisher = await mqtt.connectAsync(broker.url)
      await Promise.all(numbers.map((number) => publisher.publishAsync(topic, String(number), { qos: 1 })))
      await publisher.endAsync()
    }
    const upTo = (count: number) => Array.from({ length: count }, (_, at) => at)

    test('Messages keep coming while none is acknowledged, far beyond what a broker sends by default.', async () => {
      const { client, source, taken, numbers, errors } = await subscribe('many')
      expect(client.options.protocolVersion).toBe(version)
      await publish('many/x', upTo(3000))
      await vi.waitFor(() => expect(taken).toHaveLength(3000), 20_000)
      expect(source.inFlight()).toBe(3000)
      expect(numbers()).toEqual(upTo(3000))
      expect(errors).toEqual([])
      await client.endAsync()
    })

    test('What was acknowledged does not come again after a reconnect; everything else does.', async () => {
      const first = await subscribe('again')
      await publish('again/x', upTo(100))
      await vi.waitFor(() => expect(first.taken).toHaveLength(100), 10_000)
      expect(first.source.acknowledge(first.taken.slice(0, 60))).toBe(60)
      expect(first.source.inFlight()).toBe(40)
      await first.client.endAsync()

      const second = await subscribe('again')
      await vi.waitFor(() => expect(second.taken).toHaveLength(40), 10_000)
      expect(second.numbers()).toEqual(upTo(100).slice(60))
      expect(second.source.acknowledge(second.taken)).toBe(40)
      await second.client.endAsync()

      const third = await subscribe('again')
      await publish('again/x', [1000])
      await vi.waitFor(() => expect(third.numbers()).toEqual([1000]), 10_000)
      await third.client.endAsync()
    })

    test('An id of a connection that is gone acknowledges nothing on the next one, where it may mean another message.', async () => {
      const { client, source, taken, numbers } = await subscribe('stale')
      await publish('stale/x', upTo(10))
      await vi.waitFor(() => expect(taken).toHaveLength(10), 10_000)
      const old = taken.slice()
      client.stream.destroy()
      await vi.waitFor(() => expect(taken).toHaveLength(20), 10_000)
      expect(source.acknowledge(old)).toBe(0)
      expect(source.inFlight()).toBe(10)
      await client.endAsync()

      const next = await subscribe('stale')
      await vi.waitFor(() => expect(next.taken).toHaveLength(10), 10_000)
      expect(next.numbers()).toEqual(upTo(10))
      expect(numbers()).toEqual([...upTo(10), ...upTo(10)])
      await next.client.endAsync()
    })

    test.each([
      ['messages', { messagesMax: 50 }],
      ['bytes', { bytesMax: 150 }],
    ])('When too many %s are in flight the socket is not read, and goes on once there is room.', async (what, limits) => {
      const { client, source, taken, numbers } = await subscribe(`room-${what}`, limits)
      const sent = upTo(400).map((number) => number + 100)
      await publish(`room-${what}/x`, sent)
      await vi.waitFor(() => expect(taken).toHaveLength(50), 10_000)
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(taken).toHaveLength(50)
      let settled = 0
      await vi.waitFor(() => {
        const some = taken.slice(settled)
        settled += some.length
        source.acknowledge(some)
        expect(settled).toBe(400)
      }, 20_000)
      expect(numbers()).toEqual(sent)
      expect(source.inFlight()).toBe(0)
      await client.endAsync()
    })

    test('After stop nothing more is taken, and what was taken can still be acknowledged.', async () => {
      const { client, source, taken } = await subscribe('stop')
      await publish('stop/x', upTo(5))
      await vi.waitFor(() => expect(taken).toHaveLength(5), 10_000)
      source.stop()
      await publish('stop/x', [5])
      expect(source.acknowledge(taken)).toBe(5)
      await client.endAsync()
      const next = await subscribe('stop')
      await vi.waitFor(() => expect(next.numbers()).toEqual([5]), 10_000)
      await next.client.endAsync()
    })

    test('A connection whose socket was not being read closes in good order.', async () => {
      const { client, source, taken } = await subscribe('full', { messagesMax: 50 })
      await publish('full/x', upTo(3000))
      await vi.waitFor(() => expect(taken).toHaveLength(50), 10_000)
      source.stop()
      expect(source.acknowledge(taken)).toBe(50)
      await client.endAsync()
      expect(taken).toHaveLength(50)
      const next = await subscribe('full')
      await vi.waitFor(() => expect(next.numbers()).toEqual(upTo(3000).slice(50)), 20_000)
      await next.client.endAsync()
    })

    if (version === 5)
      test('Two of a group share the messages; what a killed one had not acknowledged waits until it is back.', async () => {
        const shared = { group: 'both', filter: 'shared/#' }
        const staying = await subscribe('shared-one', shared)
        const leaving = await subscribe('shared-two', shared)
        await publish('shared/x', upTo(100))
        await vi.waitFor(() => expect(staying.taken.length + leaving.taken.length).toBe(100), 10_000)
        expect(staying.taken.length).toBeGreaterThan(0)
        expect(leaving.taken.length).toBeGreaterThan(0)
        leaving.client.end(true)
        const back = await subscribe('shared-two', shared)
        await vi.waitFor(() => expect(back.numbers()).toEqual(leaving.numbers()), 10_000)
        expect(new Set([...staying.numbers(), ...back.numbers()]).size).toBe(100)
        await staying.client.endAsync()
        await back.client.endAsync()
      })

    if (version === 4)
      test('Where the broker knows no groups, ingest says so instead of waiting for messages in vain.', async () => {
        const errors: Error[] = []
        const client = connectBroker({ url: broker.url, clientId: 'grouped', receiveMaximum: 100, onError: (error) => errors.push(error) })
        const subscription = subscribeAlways(client, {
          codecs: [{ filters: ['x/#'] }],
          group: 'both',
          onError: (error) => errors.push(error),
        })
        await vi.waitFor(() => expect(errors.map(({ message }) => message).join()).toContain('INGEST_GROUP'), 10_000)
        expect(subscription.isSubscribed()).toBe(false)
        await client.endAsync()
      })

    test('QoS 0 takes the same path without an acknowledgement.', async () => {
      const { client, source, taken } = await subscribe('zero')
      const publisher = await mqtt.connectAsync(broker.url)
      await publisher.publishAsync('zero/x', '1', { qos: 0 })
      await vi.waitFor(() => expect(taken).toHaveLength(1), 10_000)
      expect(source.acknowledge(taken)).toBe(0)
      expect(source.inFlight()).toBe(0)
      await publisher.endAsync()
      await client.endAsync()
    })
  })
})
