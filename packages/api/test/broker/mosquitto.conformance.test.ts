import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findProgram } from '@lading/services/find-program'
import { startMosquitto } from '@lading/services/mosquitto'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { BrokerState } from '@lading/shared/contract/broker'
import { brokerAccounts } from '@lading/store/broker/accounts'
import { securityFile } from '@lading/store/broker/mosquitto/security-file'
import { revokeDevice } from '@lading/store/postgres/device/revoke'
import { rotateSecret } from '@lading/store/postgres/device/rotate-secret'
import type { Database } from '@lading/store/postgres/open'
import mqtt, { type ErrorWithReasonCode, type IClientOptions, type MqttClient } from 'mqtt'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { brokerAccountsFromConfig } from '../../src/broker/from-config.ts'
import { startApi, type TestApi } from '../support/platform.ts'

const platform = { username: 'lading', password: 'the password of the platform' }
const admin = { username: 'lading-admin', password: 'the password of its admin' }

describe.skipIf(!findProgram('mosquitto'))('Mosquitto, told by the api', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>
  let mosquitto: Awaited<ReturnType<typeof startMosquitto>>
  let accounts: ReturnType<typeof brokerAccountsFromConfig>
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const clients: MqttClient[] = []

  const openAccounts = ({ sql }: Database) => {
    const config = { MQTT_URL: mosquitto.url, MQTT_PASSWORD: platform.password }
    const login = { MOSQUITTO_ADMIN_USERNAME: admin.username, MOSQUITTO_ADMIN_PASSWORD: admin.password }
    accounts = brokerAccountsFromConfig({ ...config, ...login }, { sql, log: pino({ level: 'silent' }) })
    return accounts
  }
  const start = async (accounts: object | undefined, port?: number) => {
    mosquitto = await startMosquitto({ directory: directory.path, ...(port && { port }), security: { accounts } })
  }
  const fileOf = async (database: Database) =>
    securityFile({ accounts: await brokerAccounts(database.sql), platformPassword: platform.password, admin })

  beforeAll(async () => {
    directory = await temporaryDirectory()
    api = await startApi({
      brokerAccounts: async (database) => {
        await start(await fileOf(database))
        return openAccounts(database)
      },
    })
    as = await api.as('operator')
    await untilState(({ upToDate }) => upToDate)
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.endAsync(true)
  })
  afterAll(async () => {
    await accounts?.close()
    await api?.stop()
    await mosquitto?.stop()
    await directory?.remove()
  })

  const untilState = async (fits: (state: BrokerState) => boolean) => {
    while (!fits((await as('GET', '/v1/broker')).json())) await sleep(20)
  }
  /** Stops Mosquitto, and starts it again with what `edit` makes of its file. */
  const restart = async (edit: (text: string) => Promise<string> | string, whileAway: () => Promise<void> = async () => {}) => {
    const file = join(directory.path, 'dynamic-security.json')
    await mosquitto.stop()
    const stoppedAt = new Date()
    await whileAway()
    await writeFile(file, await edit(await readFile(file, 'utf8')))
    await start(undefined, mosquitto.port)
    await untilState(({ upToDate, checkedAt }) => upToDate && new Date(checkedAt ?? 0) > stoppedAt)
  }
  const register = async (id: string) => (await as('POST', '/v1/devices', { id })).json().secret as string
  /** 0 for a connection, else the code of the refusal: 5 is MQTT 3.1.1's, 135 is MQTT 5's. */
  const connect = (options: IClientOptions) =>
    new Promise<{ code: number; client: MqttClient }>((resolve) => {
      const client = mqtt.connect(mosquitto.url, { clean: true, reconnectPeriod: 0, ...options })
      clients.push(client)
      client.once('connect', () => resolve({ code: 0, client }))
      client.on('error', (error) => resolve({ code: Number((error as ErrorWithReasonCode).code), client }))
    })
  const asDevice = (id: string, password: string, options: IClientOptions = {}) =>
    connect({ username: id, clientId: id, password, protocolVersion: 5, ...options })
  const publish = ({ client }: { client: MqttClient }, topic: string) =>
    client.publishAsync(topic, '{}', { qos: 1 }).then(
      () => 'taken',
      (error: ErrorWithReasonCode) => error.code,
    )
  const closed = (client: MqttClient) => new Promise<void>((resolve) => client.once('close', () => resolve()))

  it('lets nobody in without a name, the secret that belongs to it, and its own client id.', async () => {
    const secret = await register('van-1')
    const other = await register('van-2')
    expect((await asDevice('van-1', secret)).code).toBe(0)
    expect((await connect({})).code).toBe(5)
    expect((await asDevice('van-1', other)).code).toBe(135)
    expect((await asDevice('nobody', secret)).code).toBe(135)
    expect((await asDevice('van-1', secret, { clientId: 'lading-ingest' })).code).toBe(135)
    expect((await connect({ ...platform, password: secret })).code).toBe(5)
  })

  it('takes from a device what is published under its own topics, and gives it nothing of others.', async () => {
    const listener = await connect({ ...platform, clientId: 'lading-test', protocolVersion: 5 })
    const heard: string[] = []
    listener.client.on('message', (topic) => heard.push(topic))
    await listener.client.subscribeAsync(['$share/test/lading/v1/+/telemetry', 'owntracks/#'], { qos: 1 })
    const device = await asDevice('ada:phone', await register('ada:phone'))
    for (const topic of ['lading/v1/van-1/telemetry', 'owntracks/ada/tablet', 'live/positions', '$CONTROL/dynamic-security/v1'])
      expect(await publish(device, topic), topic).toBe(135)
    for (const topic of ['lading/v1/ada:phone/telemetry', 'owntracks/ada/phone']) expect(await publish(device, topic)).toBe('taken')
    while (heard.length < 2) await sleep(10)
    expect(heard).toEqual(['lading/v1/ada:phone/telemetry', 'owntracks/ada/phone'])
    for (const filter of ['#', 'lading/v1/+/telemetry', 'live/#', '$share/test/lading/v1/+/telemetry', '$CONTROL/#'])
      await expect(device.client.subscribeAsync(filter, { qos: 1 }), filter).rejects.toThrow('Not authorized')
    await device.client.subscribeAsync('lading/v1/ada:phone/#', { qos: 1 })
  })

  it('lets the platform hear everything, and publish only what is new and what devices sent by HTTPS.', async () => {
    const processes = await connect({ ...platform, clientId: 'lading-test', protocolVersion: 5 })
    await processes.client.subscribeAsync(['#', '$share/group/acme/#'], { qos: 1 })
    for (const topic of ['live/positions', 'lading/v1/van-1/telemetry', 'spBv1.0/plant/NCMD/node'])
      expect(await publish(processes, topic)).toBe('taken')
    for (const topic of ['owntracks/ada/phone', '$CONTROL/dynamic-security/v1']) expect(await publish(processes, topic)).toBe(135)
  })

  it('disconnects a device that is revoked, and refuses it until it has a new secret.', async () => {
    const secret = await register('lost')
    const { client } = await asDevice('lost', secret)
    const gone = closed(client)
    expect((await as('POST', '/v1/devices/lost/revoke')).statusCode).toBe(200)
    await gone
    expect((await asDevice('lost', secret)).code).toBe(135)
    const { secret: renewed } = (await as('POST', '/v1/devices/lost/secret')).json()
    expect((await asDevice('lost', secret)).code).toBe(135)
    const again = await asDevice('lost', renewed)
    const over = closed(again.client)
    await as('POST', '/v1/devices/lost/secret')
    await over
  })

  it('lets a gateway publish for the devices on its list, until they are taken off it.', async () => {
    const gateway = await asDevice('gate', await register('gate'))
    await register('pallet-1')
    expect(await publish(gateway, 'lading/v1/pallet-1/telemetry')).toBe(135)
    await as('PUT', '/v1/gateways/gate/devices', { deviceIds: ['pallet-1'] })
    expect(await publish(gateway, 'lading/v1/pallet-1/telemetry')).toBe('taken')
    await expect(gateway.client.subscribeAsync('lading/v1/pallet-1/#', { qos: 1 })).rejects.toThrow('Not authorized')
    await as('PUT', '/v1/gateways/gate/devices', { deviceIds: [] })
    expect(await publish(gateway, 'lading/v1/pallet-1/telemetry')).toBe(135)
    expect(gateway.client.connected).toBe(true)
  })

  it('lets a bridge publish under its topics, hear nothing, and ends it when it is revoked or closed.', async () => {
    const { secret } = (await as('POST', '/v1/bridges', { name: 'traccar', topicFilters: ['traccar/#'] })).json()
    const bridge = await asDevice('traccar', secret, { clientId: 'whatever-traccar-makes-up' })
    expect(await publish(bridge, 'traccar')).toBe('taken')
    expect(await publish(bridge, 'acme/quay')).toBe(135)
    expect(await publish(bridge, 'lading/v1/van-1/telemetry')).toBe(135)
    await expect(bridge.client.subscribeAsync('traccar/#', { qos: 1 })).rejects.toThrow('Not authorized')
    await as('PATCH', '/v1/bridges/traccar', { topicFilters: ['acme/#'] })
    expect(await publish(bridge, 'acme/quay')).toBe('taken')
    expect(await publish(bridge, 'traccar')).toBe(135)
    const gone = closed(bridge.client)
    await as('POST', '/v1/bridges/traccar/revoke')
    await gone
    expect((await asDevice('traccar', secret)).code).toBe(135)
    const { secret: renewed } = (await as('POST', '/v1/bridges/traccar/secret')).json()
    expect((await asDevice('traccar', renewed)).code).toBe(0)
    await as('DELETE', '/v1/bridges/traccar')
    expect((await asDevice('traccar', renewed)).code).toBe(135)
  })

  it('is told on its return who was revoked while it was away, and loses an account whose secret changed without it.', async () => {
    const revoked = await register('revoked-meanwhile')
    const renewed = await register('renewed-meanwhile')
    const kept = await register('kept')
    await restart(
      (text) => text,
      async () => {
        await revokeDevice(api.database.db, 'revoked-meanwhile')
        await rotateSecret(api.database.db, 'renewed-meanwhile')
      },
    )
    expect((await asDevice('revoked-meanwhile', revoked)).code).toBe(135)
    expect((await asDevice('renewed-meanwhile', renewed)).code).toBe(135)
    expect((await asDevice('kept', kept)).code).toBe(0)
    expect((await as('GET', '/v1/broker')).json().needSecret).toEqual(['renewed-meanwhile'])
    const { secret } = (await as('POST', '/v1/devices/renewed-meanwhile/secret')).json()
    expect((await asDevice('renewed-meanwhile', secret)).code).toBe(0)
    expect((await as('GET', '/v1/broker')).json().needSecret).toEqual([])
  })

  it('gives no secret out while Mosquitto is away; it revokes, and says that Mosquitto has yet to hear of it.', async () => {
    const secret = await register('revoked-alone')
    await restart(
      (text) => text,
      async () => {
        const refused = await as('POST', '/v1/devices', { id: 'too-early' })
        expect([refused.statusCode, refused.json().code]).toEqual([503, 'broker-away'])
        expect((await as('GET', '/v1/devices/too-early')).statusCode).toBe(404)
        const revoked = await as('POST', '/v1/devices/revoked-alone/revoke')
        expect([revoked.statusCode, revoked.json().code]).toEqual([503, 'broker-away'])
        expect((await as('GET', '/v1/devices/revoked-alone')).json().revokedAt).not.toBeNull()
        expect((await as('GET', '/v1/broker')).json().upToDate).toBe(false)
      },
    )
    expect((await asDevice('revoked-alone', secret)).code).toBe(135)
  })

  it('is put right where its file was changed by hand, and left alone where the account is somebody else’s.', async () => {
    const secret = await register('edited')
    await restart((text) => {
      const file = JSON.parse(text)
      const everything = { rolename: 'everything', acls: [{ acltype: 'publishClientSend', topic: '#', priority: 0, allow: true }] }
      file.roles.push(everything)
      file.clients.find(({ username }: { username: string }) => username === 'edited').roles.push({ rolename: 'everything' })
      file.clients.push({ username: 'grafana', roles: [{ rolename: 'everything' }] })
      return JSON.stringify(file)
    })
    expect(await publish(await asDevice('edited', secret), 'lading/v1/van-1/telemetry')).toBe(135)
    expect((await as('GET', '/v1/broker')).json().strangers).toEqual(['grafana'])
  })

  it('knows every device again that has a secret, when its file is lost and written from PostgreSQL.', async () => {
    const secret = await register('remembered')
    const lost = await register('not-remembered')
    await revokeDevice(api.database.db, 'not-remembered')
    await restart(async () => JSON.stringify(await fileOf(api.database)))
    expect((await asDevice('remembered', secret)).code).toBe(0)
    expect((await asDevice('not-remembered', lost)).code).toBe(135)
    expect((await as('GET', '/v1/broker')).json()).toMatchObject({ needSecret: [], strangers: [] })
  })
})
