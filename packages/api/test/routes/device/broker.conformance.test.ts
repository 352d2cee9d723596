import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../../support/platform.ts'

const brokerSecret = 'known to the broker'
const platformPassword = 'known to the platform'

describe('A broker that asks by HTTP', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  let secret: string
  beforeAll(async () => {
    api = await startApi({ settings: { brokerSecret, platformPassword } })
    as = await api.as('operator')
    secret = (await as('POST', '/v1/devices', { id: 'van-7' })).json().secret
    await as('POST', '/v1/devices', { id: 'pallet-1' })
  })
  afterAll(() => api?.stop())

  const ask = async (question: 'authentication' | 'authorization', body: object, headers: object = { 'x-broker-secret': brokerSecret }) => {
    const response = await api.app.inject({ method: 'POST', url: `/v1/broker/${question}`, headers: { ...headers }, body })
    expect(response.statusCode).toBe(200)
    return response.json().result
  }
  const connect = (username: string, password: string, clientid = username) => ask('authentication', { clientid, username, password })
  const may = (username: string, action: 'publish' | 'subscribe', topic: string) => ask('authorization', { username, action, topic })

  it('is told to let in a device with its own secret and client id, and nobody else.', async () => {
    expect(await connect('van-7', secret)).toBe('allow')
    expect(await connect('van-7', 'wrong')).toBe('deny')
    expect(await connect('van-7', secret, 'pallet-1')).toBe('deny')
    expect(await connect('pallet-1', secret)).toBe('deny')
    expect(await ask('authentication', { clientid: 'van-7' })).toBe('deny')
    expect(await connect('lading', platformPassword, 'lading-ingest')).toBe('allow')
    expect(await connect('lading', secret, 'lading-ingest')).toBe('deny')
  })

  it('is told what each of them may do, a gateway also for those on its list.', async () => {
    expect(await may('van-7', 'publish', 'lading/v1/van-7/telemetry')).toBe('allow')
    expect(await may('van-7', 'publish', 'lading/v1/pallet-1/telemetry')).toBe('deny')
    expect(await may('van-7', 'publish', 'live/positions')).toBe('deny')
    expect(await may('van-7', 'subscribe', '#')).toBe('deny')
    expect(await may('van-7', 'subscribe', 'lading/v1/van-7/commands')).toBe('allow')
    expect(await may('lading', 'subscribe', 'lading/v1/+/telemetry')).toBe('allow')
    expect(await may('lading', 'publish', 'live/positions')).toBe('allow')
    // What devices send by HTTPS, the api publishes for them; nothing else is published in a device's name.
    expect(await may('lading', 'publish', 'lading/v1/van-7/telemetry')).toBe('allow')
    expect(await may('lading', 'publish', 'owntracks/ada/phone')).toBe('deny')
    expect(await may('nobody', 'publish', 'lading/v1/nobody/telemetry')).toBe('deny')
    await as('PUT', '/v1/gateways/van-7/devices', { deviceIds: ['pallet-1'] })
    expect(await may('van-7', 'publish', 'lading/v1/pallet-1/telemetry')).toBe('allow')
  })

  it('is told of bridges like of devices: their own topics, and client ids that are nobody else’s.', async () => {
    const key = (await as('POST', '/v1/bridges', { name: 'lorawan', topicFilters: ['v3/+/devices/+/up'] })).json().secret
    await as('POST', '/v1/devices', { id: 'meter-1' })
    expect(await connect('lorawan', key)).toBe('allow')
    expect(await connect('lorawan', key, 'made-up-by-its-program')).toBe('allow')
    for (const clientId of ['meter-1', 'meter-1/backup', 'lading-ingest']) expect(await connect('lorawan', key, clientId)).toBe('deny')
    expect(await connect('lorawan', 'wrong')).toBe('deny')
    expect(await may('lorawan', 'publish', 'v3/fleet/devices/reefer-7/up')).toBe('allow')
    for (const topic of ['v3/fleet/devices/reefer-7/down/push', 'lading/v1/meter-1/telemetry', 'live/positions'])
      expect(await may('lorawan', 'publish', topic), topic).toBe('deny')
    for (const topic of ['v3/+/devices/+/up', 'lading/v1/lorawan/commands']) expect(await may('lorawan', 'subscribe', topic)).toBe('deny')
    await as('POST', '/v1/bridges/lorawan/revoke')
    expect(await may('lorawan', 'publish', 'v3/fleet/devices/reefer-7/up')).toBe('deny')
    expect(await connect('lorawan', key)).toBe('deny')
  })

  it('is told no about everything by asking without the secret.', async () => {
    for (const headers of [{}, { 'x-broker-secret': 'wrong' }]) {
      expect(await ask('authentication', { clientid: 'van-7', username: 'van-7', password: secret }, headers)).toBe('deny')
      const action = { username: 'van-7', action: 'publish', topic: 'lading/v1/van-7/telemetry' }
      expect(await ask('authorization', action, headers)).toBe('deny')
    }
  })

  it('hears of a revocation with its next question.', async () => {
    await as('POST', '/v1/devices/van-7/revoke')
    expect(await may('van-7', 'publish', 'lading/v1/van-7/telemetry')).toBe('deny')
    expect(await connect('van-7', secret)).toBe('deny')
  })
})

describe('An api that no broker was announced to', () => {
  it('tells whoever asks no.', async () => {
    const api = await startApi({ settings: { platformPassword } })
    const claim = { clientid: 'lading-x', username: 'lading', password: platformPassword }
    const response = await api.app.inject({
      method: 'POST',
      url: '/v1/broker/authentication',
      headers: { 'x-broker-secret': '' },
      body: claim,
    })
    expect(response.json()).toEqual({ result: 'deny' })
    await api.stop()
  })
})
