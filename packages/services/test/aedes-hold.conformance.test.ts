import mqtt, { connectAsync, type MqttClient } from 'mqtt'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startAedes } from '../src/aedes.ts'

const patience = { timeout: 10_000, interval: 10 }
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at)

/** Holds `aedes-hold.ts` to what it promises and `aedes-keeper.ts` to the inside of aedes: an upgrade has to pass here first. */
describe('What the embedded broker acknowledges', () => {
  const opened: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close()
  })

  const start = async (options: Parameters<typeof startAedes>[0] = {}) => {
    const broker = await startAedes({ keeper: 'keeper', ...options })
    opened.push(broker.stop)
    return broker
  }
  const connected = async (url: string, options: mqtt.IClientOptions) => {
    const client = await connectAsync(url, { reconnectPeriod: 0, ...options })
    opened.push(() => client.endAsync(true))
    return client
  }

  /** Takes messages and acknowledges those it is told to, as ingest does when they are stored. */
  const createKeeper = (url: string) => {
    const kept = new Set<number>()
    let open: { id: number; number: number }[] = []
    let client: MqttClient
    const attend = async () => {
      client = mqtt.connect(url, { clientId: 'keeper', clean: false, reconnectPeriod: 0, resubscribe: false })
      opened.push(() => client.endAsync(true))
      client.handleMessage = ({ messageId = 0, payload }, next) => {
        open.push({ id: messageId, number: Number(payload) })
        next(new Error('acknowledged later'))
      }
      await new Promise<void>((resolve) => client.once('connect', () => resolve()))
      await client.subscribeAsync('goods/#', { qos: 1 })
    }
    return {
      kept,
      attend,
      leave: async () => {
        await client.endAsync(true)
        open = []
      },
      numbers: () => open.map(({ number }) => number),
      keep: (count = open.length) => {
        for (const { id, number } of open.splice(0, count)) {
          kept.add(number)
          client.stream.write(Buffer.of(0x40, 2, id >> 8, id & 0xff))
        }
      },
    }
  }

  /** Publishes numbers and collects those that are acknowledged. */
  const createDevice = async (url: string, options: mqtt.IClientOptions = {}) => {
    const client = await connected(url, { clientId: 'device', ...options })
    client.on('error', () => {})
    const acknowledged: number[] = []
    return {
      client,
      acknowledged,
      publish: (numbers: number[], { topic = 'goods/1', qos = 1 as 1 | 2 } = {}) => {
        for (const number of numbers)
          client.publish(topic, String(number), { qos }, (error) => {
            if (!error) acknowledged.push(number)
          })
      },
      /** Resolves when the broker has read and answered all that was sent before. */
      isRead: () => client.subscribeAsync('nothing'),
    }
  }

  it.each([1, 2] as const)('A message of QoS %i is acknowledged when the keeper has acknowledged it, and not before.', async (qos) => {
    const broker = await start()
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    const bystander = await connected(broker.url, { clientId: 'bystander' })
    const heard: string[] = []
    bystander.on('message', (_, payload) => heard.push(String(payload)))
    await bystander.subscribeAsync('goods/#', { qos: 1 })

    const device = await createDevice(broker.url)
    device.publish(upTo(20), { qos })
    await vi.waitFor(() => expect(keeper.numbers()).toEqual(upTo(20)), patience)
    await vi.waitFor(() => expect(heard).toHaveLength(20), patience)
    expect(device.acknowledged).toEqual([])
    keeper.keep(5)
    await vi.waitFor(() => expect(device.acknowledged).toEqual(upTo(5)), patience)
    keeper.keep()
    await vi.waitFor(() => expect(device.acknowledged).toEqual(upTo(20)), patience)
    expect(broker.held()).toBe(0)
  })

  it('Whoever waits for an acknowledgement is heard meanwhile.', async () => {
    const broker = await start()
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    const device = await createDevice(broker.url)
    device.publish([1])
    await vi.waitFor(() => expect(keeper.numbers()).toEqual([1]), patience)
    await device.isRead()
    expect(device.acknowledged).toEqual([])
  })

  it('Before the keeper is there, nothing is acknowledged, and nothing is lost.', async () => {
    const broker = await start()
    const device = await createDevice(broker.url)
    device.publish([1, 2])
    // Somebody who hears it does not make it safe.
    const bystander = await connected(broker.url, { clientId: 'bystander', clean: false })
    await bystander.subscribeAsync('goods/#', { qos: 1 })
    expect(device.acknowledged).toEqual([])
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    await vi.waitFor(() => expect(keeper.numbers()).toEqual([1, 2]), patience)
    expect(device.acknowledged).toEqual([])
    keeper.keep()
    await vi.waitFor(() => expect(device.acknowledged).toEqual([1, 2]), patience)
  })

  it('What the keeper does not want is acknowledged at once.', async () => {
    const broker = await start()
    await createKeeper(broker.url).attend()
    const device = await createDevice(broker.url)
    await device.client.publishAsync('gossip', 'x', { qos: 1 })
    await device.client.publishAsync('gossip', 'x', { qos: 2 })
    expect(broker.held()).toBe(0)
  })

  it('A connection of the keeper that wants no session keeps nothing.', async () => {
    const broker = await start()
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    const device = await createDevice(broker.url)
    device.publish([1])
    await vi.waitFor(() => expect(keeper.numbers()).toEqual([1]), patience)
    const guest = await connected(broker.url, { clientId: 'keeper', clean: true })
    await guest.subscribeAsync('goods/#', { qos: 1 })
    await guest.publishAsync('gossip', 'x')
    expect(device.acknowledged).toEqual([])
    await guest.endAsync()
    await keeper.attend()
    await vi.waitFor(() => expect(keeper.numbers()).toContain(1), patience)
    keeper.keep()
    await vi.waitFor(() => expect(device.acknowledged).toEqual([1]), patience)
  })

  it('A device that comes back while the keeper is away repeats its messages, which stand there once, and gets its answers.', async () => {
    const broker = await start()
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    await keeper.leave()
    const device = await createDevice(broker.url, { clean: false, reconnectPeriod: 10 })
    device.publish(upTo(10))
    await device.isRead()
    for (let time = 0; time < 3; time += 1) {
      const repeats = new Promise<void>((resolve) => {
        device.client.on('packetsend', ({ cmd }) => cmd === 'publish' && resolve())
      })
      device.client.stream.destroy()
      await repeats
    }
    expect(broker.held()).toBe(10)
    expect(device.acknowledged).toEqual([])
    await keeper.attend()
    await vi.waitFor(() => expect(keeper.numbers()).toEqual(upTo(10)), patience)
    await vi.waitFor(() => {
      keeper.keep()
      expect(device.acknowledged.toSorted((a, b) => a - b)).toEqual(upTo(10))
    }, patience)
  })

  it('Another message under the same number is another message.', async () => {
    const broker = await start()
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    for (const number of [1, 2]) {
      const device = await createDevice(broker.url, { clean: true })
      device.client.messageIdProvider.clear()
      device.publish([number])
      await vi.waitFor(() => expect(keeper.numbers()).toContain(number), patience)
      if (number === 1) await device.client.endAsync(true)
      else {
        keeper.keep(1)
        await device.isRead()
        expect(device.acknowledged).toEqual([])
        keeper.keep()
        await vi.waitFor(() => expect(device.acknowledged).toEqual([2]), patience)
      }
    }
  })

  it.each([
    ['of all', { messages: 50, bytes: 1e6, messagesOfOne: 1e6, bytesOfOne: 1e6 }],
    ['of all, in bytes', { messages: 1e6, bytes: 100, messagesOfOne: 1e6, bytesOfOne: 1e6 }],
    ['of one device', { messages: 1e6, bytes: 1e6, messagesOfOne: 50, bytesOfOne: 1e6 }],
    ['of one device, in bytes', { messages: 1e6, bytes: 1e6, messagesOfOne: 1e6, bytesOfOne: 100 }],
  ])('Beyond what there is room for %s, messages wait in their connections, in order.', async (_, room) => {
    const broker = await start({ room })
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    const device = await createDevice(broker.url)
    const sent = upTo(400).map((number) => number + 10)
    device.publish(sent)
    await vi.waitFor(() => expect(keeper.numbers().length).toBeGreaterThan(40), patience)
    const other = await createDevice(broker.url, { clientId: 'other' })
    await other.isRead()
    expect(broker.held()).toBeLessThanOrEqual(50)
    const arrived: number[] = []
    await vi.waitFor(() => {
      arrived.push(...keeper.numbers())
      keeper.keep()
      expect(device.acknowledged).toHaveLength(400)
    }, patience)
    expect(arrived).toEqual(sent)
    expect(device.acknowledged).toEqual(sent)
    expect(broker.held()).toBe(0)
  })

  it('One device that fills its own room leaves that of the others alone.', async () => {
    const broker = await start({ room: { messages: 1e6, bytes: 1e6, messagesOfOne: 10, bytesOfOne: 1e6 } })
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    const loud = await createDevice(broker.url, { clientId: 'loud' })
    loud.publish(upTo(1_000))
    await vi.waitFor(() => expect(keeper.numbers()).toEqual(upTo(10)), patience)
    const quiet = await createDevice(broker.url, { clientId: 'quiet' })
    quiet.publish([5_000])
    await vi.waitFor(() => expect(keeper.numbers()).toEqual([...upTo(10), 5_000]), patience)
  })

  it('What waited in a connection is forgotten with it, however often the device comes back.', async () => {
    const broker = await start()
    for (let time = 0; time < 5; time += 1) {
      const device = await createDevice(broker.url, { clientId: `device-${time}` })
      device.publish(upTo(100))
      await device.client.endAsync(true)
    }
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    const device = await createDevice(broker.url, { clientId: 'last' })
    device.publish([1_000])
    await vi.waitFor(() => expect(keeper.numbers()).toContain(1_000), patience)
    expect(keeper.numbers()).toEqual([1_000])
  })

  it('Messages of QoS 0 take none of QoS 1 away from the keeper.', async () => {
    const broker = await start()
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    const device = await createDevice(broker.url)
    for (const number of upTo(100)) {
      device.publish([number])
      device.client.publish('goods/1', String(1_000 + number), { qos: 0 })
    }
    await vi.waitFor(() => expect(keeper.numbers()).toHaveLength(200), patience)
    expect(keeper.numbers().filter((number) => number < 1_000)).toEqual(upTo(100))
    expect(keeper.numbers().filter((number) => number >= 1_000)).toEqual(upTo(100).map((number) => 1_000 + number))
  })

  it('A last will reaches the keeper.', async () => {
    const broker = await start()
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    const device = await createDevice(broker.url, { will: { topic: 'goods/1', payload: Buffer.from('7'), qos: 1, retain: false } })
    device.client.stream.destroy()
    await vi.waitFor(() => expect(keeper.numbers()).toEqual([7]), patience)
    keeper.keep()
    await vi.waitFor(() => expect(broker.held()).toBe(0), patience)
  })

  it('Nothing is acknowledged that was not kept, wherever connections break.', async () => {
    const broker = await start({ room: { messages: 60, bytes: 1e6, messagesOfOne: 25, bytesOfOne: 1e6 } })
    const keeper = createKeeper(broker.url)
    await keeper.attend()
    const devices = await Promise.all(
      upTo(4).map((number) => createDevice(broker.url, { clientId: `device-${number}`, clean: false, reconnectPeriod: 5 })),
    )
    const numbers = upTo(1_200)
    for (const [at, device] of devices.entries()) device.publish(numbers.filter((number) => number % devices.length === at))
    const acknowledged = () => devices.flatMap((device) => device.acknowledged)
    for (let round = 0; acknowledged().length < numbers.length; round += 1) {
      keeper.keep(Math.ceil(Math.random() * keeper.numbers().length))
      await new Promise((resolve) => setTimeout(resolve, 5))
      expect(acknowledged().filter((number) => !keeper.kept.has(number))).toEqual([])
      if (round % 7 === 3) devices[round % devices.length]?.client.stream.destroy()
      if (round % 11 === 5) {
        await keeper.leave()
        await keeper.attend()
      }
      if (round > 2_000) throw new Error(`only ${acknowledged().length} are acknowledged`)
    }
    expect(keeper.kept.size).toBe(numbers.length)
    await vi.waitFor(() => {
      keeper.keep()
      expect(broker.held()).toBe(0)
    }, patience)
  }, 60_000)
})
