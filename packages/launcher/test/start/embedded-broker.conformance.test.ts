import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@lading/services/free-port'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { addBridge } from '@lading/store/postgres/bridge/add'
import { giveFilters, revokeBridge, rotateBridgeSecret } from '@lading/store/postgres/bridge/change'
import { removeBridge } from '@lading/store/postgres/bridge/remove'
import { registerDevice } from '@lading/store/postgres/device/register'
import { revokeDevice } from '@lading/store/postgres/device/revoke'
import { rotateSecret } from '@lading/store/postgres/device/rotate-secret'
import { carryDevices } from '@lading/store/postgres/gateway/carry'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import mqtt, { type IClientOptions, type MqttClient, type Packet } from 'mqtt'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startEmbeddedBroker } from '../../src/start/embedded-broker.ts'

const platform = { username: 'lading', password: 'the password of the platform' }

describe('The embedded broker', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>
  let postgres: Awaited<ReturnType<typeof startPostgres>>
  let database: Database
  let broker: Awaited<ReturnType<typeof startEmbeddedBroker>>
  // Takes what devices send: before it has, they get no answers.
  let ingest: MqttClient
  const clients: MqttClient[] = []

  beforeAll(async () => {
    directory = await temporaryDirectory()
    postgres = await startPostgres({ directory: join(directory.path, 'postgres') })
    await migrateDatabase(postgres.url)
    database = openDatabase(postgres.url, { connections: 2 })
    broker = await startEmbeddedBroker({
      port: await freePort(),
      postgresUrl: postgres.url,
      platformPassword: platform.password,
      keeper: 'lading-ingest',
    })
    ingest = await mqtt.connectAsync(broker.url, { ...platform, clientId: 'lading-ingest', clean: false })
    await ingest.subscribeAsync(['lading/v1/+/telemetry', 'owntracks/+/+'], { qos: 1 })
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.endAsync(true)
  })
  afterAll(async () => {
    await ingest?.endAsync()
    await broker?.stop()
    await database?.close()
    await postgres?.stop()
    await directory?.remove()
  })

  const register = (id: string) => registerDevice(database.db, { id, reportIntervalS: 60 }, new Date())

  /** The code of the refusal, or 0 for a connection. */
  const connect = (options: IClientOptions) =>
    new Promise<{ code: number; client: MqttClient }>((resolve) => {
      const client = mqtt.connect(broker.url, { clean: true, reconnectPeriod: 0, ...options })
      clients.push(client)
      client.once('connect', () => resolve({ code: 0, client }))
      client.on('error', (error) => resolve({ code: Number((error as { code?: number }).code), client }))
    })
  const asDevice = (id: string, password: string, options: IClientOptions = {}) =>
    connect({ username: id, clientId: id, password, ...options })
  const listen = async (topics: string[]) => {
    const { client } = await connect({ ...platform, clientId: 'lading-test' })
    const heard: string[] = []
    client.on('message', (topic) => heard.push(topic))
    await client.subscribeAsync(topics, { qos: 1 })
    return heard
  }
  const closed = (client: MqttClient) => new Promise<void>((resolve) => client.once('close', () => resolve()))
  const until = async (condition: () => boolean) => {
    while (!condition()) await sleep(10)
  }

  it('lets nobody in without a name and the secret that belongs to it.', async () => {
    const secret = await register('van-1')
    const other = await register('van-2')
    expect((await connect({})).code).toBe(4)
    expect((await asDevice('van-1', other)).code).toBe(4)
    expect((await asDevice('nobody', secret)).code).toBe(4)
    expect((await connect({ ...platform, password: secret, clientId: 'lading-x' })).code).toBe(4)
    expect((await connect({ ...platform, username: 'lading-ingest', clientId: 'lading-ingest' })).code).toBe(4)
    expect((await asDevice('van-1', secret)).code).toBe(0)
  })

  it('holds a device to its own client id, as the session of another belongs to that one’s.', async () => {
    const secret = await register('own-id')
    expect((await asDevice('own-id', secret, { clientId: 'lading-ingest' })).code).toBe(2)
    expect((await asDevice('own-id', secret, { clientId: 'van-1' })).code).toBe(2)
    expect((await asDevice('own-id', secret, { clientId: 'own-id/backup' })).code).toBe(0)
    expect((await connect({ ...platform, clientId: 'own-id' })).code).toBe(2)
  })

  it('takes from a device what is published under its own topics, and disconnects it for a foreign one without acknowledging.', async () => {
    const heard = await listen(['lading/#', 'owntracks/#', 'live/#'])
    const secret = await register('ada:phone')
    const { client } = await asDevice('ada:phone', secret)
    for (const topic of ['lading/v1/ada:phone/telemetry', 'owntracks/ada/phone']) await client.publishAsync(topic, '{}', { qos: 1 })
    for (const topic of ['lading/v1/van-1/telemetry', 'live/positions', 'owntracks/ada/tablet', '$SYS/x']) {
      const { client: foreign } = await asDevice('ada:phone', secret)
      let acknowledged = false
      foreign.publish(topic, '{}', { qos: 1 }, (error) => {
        acknowledged = !error
      })
      await closed(foreign)
      expect(acknowledged, topic).toBe(false)
    }
    await until(() => heard.length >= 2)
    expect(heard).toEqual(['lading/v1/ada:phone/telemetry', 'owntracks/ada/phone'])
  })

  it('lets a device hear only what is meant for it, also through a session that remembers more.', async () => {
    const secret = await register('nosy')
    const session = { clean: false, clientId: 'nosy' }
    const { client } = await asDevice('nosy', secret, session)
    const answer = new Promise<Packet>((resolve) => client.on('packetreceive', (packet) => packet.cmd === 'suback' && resolve(packet)))
    client.subscribe(['lading/v1/nosy/commands', 'live/#', '#', 'lading/v1/+/telemetry'], { qos: 1 }, () => {})
    expect(await answer).toMatchObject({ granted: [1, 128, 128, 128] })
    await client.endAsync()
    const other = await register('talks')
    const { client: talker } = await asDevice('talks', other)
    await talker.publishAsync('lading/v1/talks/telemetry', '{}', { qos: 1 })
    const again = mqtt.connect(broker.url, { ...session, username: 'nosy', password: secret, reconnectPeriod: 0 })
    clients.push(again)
    const heard: string[] = []
    again.on('message', (topic) => heard.push(topic))
    await new Promise<void>((resolve) => again.once('connect', () => resolve()))
    // An answer to a later question: whatever waited in the session has been delivered by then.
    await again.publishAsync('lading/v1/nosy/telemetry', '{}', { qos: 1 })
    expect(heard).toEqual([])
  })

  it('disconnects a device that is revoked, takes no last will from it, and refuses it until it has a new secret.', async () => {
    const heard = await listen(['lading/#'])
    const secret = await register('lost')
    const will = { topic: 'lading/v1/lost/status', payload: Buffer.from('gone'), qos: 1 as const, retain: false }
    const { client } = await asDevice('lost', secret, { will })
    const { client: bystander } = await asDevice('van-3', await register('van-3'))
    const gone = closed(client)
    await revokeDevice(database.db, 'lost')
    await gone
    expect((await asDevice('lost', secret)).code).toBe(4)
    await bystander.publishAsync('lading/v1/van-3/telemetry', '{}', { qos: 1 })
    await until(() => heard.length > 0)
    expect(heard).toEqual(['lading/v1/van-3/telemetry'])
    const renewed = await rotateSecret(database.db, 'lost')
    expect((await asDevice('lost', secret)).code).toBe(4)
    expect((await asDevice('lost', renewed)).code).toBe(0)
  })

  it('lets a gateway publish for the devices on its list, until they are taken off it.', async () => {
    const heard = await listen(['lading/#'])
    const secret = await register('gate')
    await register('pallet-1')
    await carryDevices(database.db, 'gate', ['pallet-1'])
    const { client } = await asDevice('gate', secret)
    await client.publishAsync('lading/v1/pallet-1/telemetry', '{}', { qos: 1 })
    await until(() => heard.length === 1)
    const gone = closed(client)
    await carryDevices(database.db, 'gate', [])
    await gone
    const { client: again } = await asDevice('gate', secret)
    again.publish('lading/v1/pallet-1/telemetry', '{}', { qos: 1 })
    await closed(again)
    expect(heard).toHaveLength(1)
  })

  it('lets a bridge publish under its topics, whosever they are, and under no others, and hear nothing.', async () => {
    const heard = await listen(['traccar', 'acme/#', 'lading/#', 'live/#'])
    const secret = await addBridge(database.db, { name: 'fleet', topicFilters: ['traccar', 'acme/+/+/state'] })
    const asFleet = (clientId = 'fleet') => connect({ username: 'fleet', password: secret, clientId })
    expect((await connect({ username: 'fleet', password: 'wrong', clientId: 'fleet' })).code).toBe(4)
    expect((await asFleet('van-1')).code).toBe(2)
    const { client } = await asFleet('traccar-6f0d4c52')
    for (const topic of ['traccar', 'acme/quay/t-1/state']) await client.publishAsync(topic, '{}', { qos: 1 })
    const answer = new Promise<Packet>((resolve) => client.on('packetreceive', (packet) => packet.cmd === 'suback' && resolve(packet)))
    client.subscribe(['traccar', '#'], { qos: 1 }, () => {})
    expect(await answer).toMatchObject({ granted: [128, 128] })
    for (const topic of ['traccar/van-1', 'acme/quay/t-1', 'lading/v1/van-1/telemetry', 'live/positions']) {
      const { client: foreign } = await asFleet()
      let acknowledged = false
      foreign.publish(topic, '{}', { qos: 1 }, (error) => {
        acknowledged = !error
      })
      await closed(foreign)
      expect(acknowledged, topic).toBe(false)
    }
    await until(() => heard.length >= 2)
    expect(heard).toEqual(['traccar', 'acme/quay/t-1/state'])
  })

  it('disconnects a bridge that is revoked, renewed, given other topics or removed.', async () => {
    let secret = await addBridge(database.db, { name: 'lorawan', topicFilters: ['v3/#'] })
    const change = async (act: () => Promise<unknown>) => {
      const { code, client } = await connect({ username: 'lorawan', password: secret, clientId: 'lorawan' })
      expect(code).toBe(0)
      const gone = closed(client)
      await act()
      await gone
      return (await connect({ username: 'lorawan', password: secret, clientId: 'lorawan' })).code
    }
    expect(await change(() => giveFilters(database.db, 'lorawan', ['v3/fleet/#']))).toBe(0)
    expect(await change(() => rotateBridgeSecret(database.db, 'lorawan'))).toBe(4)
    secret = await rotateBridgeSecret(database.db, 'lorawan')
    expect(await change(() => revokeBridge(database.db, 'lorawan'))).toBe(4)
    secret = await rotateBridgeSecret(database.db, 'lorawan')
    expect(await change(() => removeBridge(database.db, 'lorawan'))).toBe(4)
  })

  it('lives through a restart of PostgreSQL: it refuses for now, and hears of what is revoked afterwards.', async () => {
    const secret = await register('patient')
    const { client } = await asDevice('patient', secret)
    const gone = closed(client)
    await postgres.stop()
    expect((await asDevice('van-4', 'x')).code).toBe(3)
    postgres = await startPostgres({ directory: join(directory.path, 'postgres'), port: Number(new URL(postgres.url).port) })
    await revokeDevice(database.db, 'patient')
    await gone
    expect((await asDevice('patient', secret)).code).toBe(4)
  })

  it('leaves a device alone that is connected already with its newest secret.', async () => {
    await register('renewed')
    const { client } = await asDevice('renewed', await rotateSecret(database.db, 'renewed'))
    await revokeDevice(database.db, 'van-1')
    await client.publishAsync('lading/v1/renewed/telemetry', '{}', { qos: 1 })
    expect(client.connected).toBe(true)
  })
})
