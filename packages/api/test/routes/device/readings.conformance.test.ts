import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bus } from '../../../src/live/bus.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

describe('Readings by HTTPS', () => {
  const delivered: { topic: string; message: unknown }[] = []
  let brokerIsAway = false
  const bus: Bus = {
    connected: () => true,
    publish: () => {},
    deliver: async (topic, message) => {
      if (brokerIsAway) throw new Error('the broker is away')
      delivered.push({ topic, message })
    },
    listen: () => {},
    close: async () => {},
  }
  let api: TestApi
  let secret: string
  beforeAll(async () => {
    api = await startApi({ bus })
    const as = await api.as('operator')
    secret = (await as('POST', '/v1/devices', { id: 'van:7' })).json().secret
    await as('POST', '/v1/devices', { id: 'van:8' })
  })
  afterAll(() => api?.stop())

  const basic = (id: string, password: string) => `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`
  const post = (body: object, headers: Record<string, string> = { authorization: basic('van:7', secret) }) =>
    api.app.inject({ method: 'POST', url: '/v1/readings', body, headers })
  const reading = { recordedAt: '2026-03-10T00:00:00Z', lat: 51.95, lon: 4.14, temperatureC: -18.5 }

  it('A device with its own secret sends them under its own topic, and is answered when the broker has them.', async () => {
    const response = await post(reading, { authorization: basic('van:7', secret), 'idempotency-key': 'a-1' })
    expect([response.statusCode, response.json()]).toEqual([202, { accepted: 1 }])
    expect(delivered.at(-1)).toEqual({ topic: 'lading/v1/van:7/telemetry', message: [reading] })
  })

  it('Many readings go in one message a device.', async () => {
    const later = { recordedAt: 1_773_100_800_000, batteryPct: 80 }
    expect((await post([reading, { ...later, deviceId: 'van:7' }])).json()).toEqual({ accepted: 2 })
    expect(delivered.at(-1)).toEqual({ topic: 'lading/v1/van:7/telemetry', message: [reading, later] })
    const as = await api.as('operator')
    const before = delivered.length
    const both = await as('POST', '/v1/readings', [
      { ...reading, deviceId: 'van:7' },
      { ...reading, deviceId: 'van:8' },
    ])
    expect(both.statusCode).toBe(202)
    expect(delivered.slice(before).map(({ topic }) => topic)).toEqual(['lading/v1/van:7/telemetry', 'lading/v1/van:8/telemetry'])
  })

  it('Without an answer of the broker there is none to the device: it sends again.', async () => {
    brokerIsAway = true
    const response = await post(reading)
    brokerIsAway = false
    expect([response.statusCode, response.json().code]).toEqual([503, 'broker-unavailable'])
  })

  it('A wrong secret, an unknown device, a revoked one and nonsense are refused alike.', async () => {
    const as = await api.as('admin')
    const revoked = (await as('POST', '/v1/devices', { id: 'van:9' })).json().secret
    expect((await post(reading, { authorization: basic('van:9', revoked) })).statusCode).toBe(202)
    await api.database.sql`update device set revoked_at = now() where id = 'van:9'`
    const before = delivered.length
    for (const authorization of [
      basic('van:7', 'wrong'),
      basic('nobody', secret),
      basic('van:9', revoked),
      'Basic !',
      basic('a\0b', 'c'),
      'Bearer x',
      '',
    ]) {
      const response = await post(reading, { authorization })
      expect([response.statusCode, response.json().code], authorization).toEqual([401, 'wrong-credentials'])
      expect(response.headers['www-authenticate']).toContain('Basic')
    }
    expect((await post(reading, {})).statusCode).toBe(401)
    expect(delivered).toHaveLength(before)
  })

  it('A device speaks for no other one, unless it is the gateway that carries it.', async () => {
    const foreign = [reading, { ...reading, deviceId: 'van:8' }]
    const response = await post(foreign)
    expect([response.statusCode, response.json().code]).toEqual([403, 'foreign-device'])
    await api.database.sql`insert into gateway_device (gateway_id, device_id) values ('van:7', 'van:8')`
    expect((await post(foreign)).statusCode).toBe(202)
  })

  it('A device can do nothing else with its secret.', async () => {
    const response = await api.app.inject({ url: '/v1/devices', headers: { authorization: basic('van:7', secret) } })
    expect(response.statusCode).toBe(401)
  })

  it('What is wrong is said before anything is sent.', async () => {
    const before = delivered.length
    for (const [body, path] of [
      [{ ...reading, lat: 91 }, '/lat'],
      [{ lat: 1, lon: 2 }, '/recordedAt'],
      [{ ...reading, recordedAt: '2026-03-10T00:00:00' }, '/recordedAt'],
      [[reading, { ...reading, batteryPct: '80' }], '/1/batteryPct'],
      [[], ''],
    ] as const) {
      const response = await post(body)
      expect(response.statusCode, JSON.stringify(body)).toBe(400)
      expect(response.json().errors.map((issue: { path: string }) => issue.path)).toContain(path)
    }
    const as = await api.as('operator')
    const nameless = await as('POST', '/v1/readings', reading)
    expect([nameless.statusCode, nameless.json().errors[0].path]).toEqual([422, '/deviceId'])
    const large = await post(Array.from({ length: 1000 }, () => ({ ...reading, note: 'x'.repeat(300) })))
    expect(large.statusCode).toBe(413)
    expect(delivered).toHaveLength(before)
  })
})
