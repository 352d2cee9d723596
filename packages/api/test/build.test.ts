import { systemClock } from '@lading/shared/clock'
import { openDatabase } from '@lading/store/postgres/open'
import { createPostgresTelemetry } from '@lading/store/telemetry/postgres/store'
import { describe, expect, it } from 'vitest'
import { askingBroker } from '../src/broker/accounts.ts'
import { build } from '../src/build.ts'

// Never connected to: the routes that are asked here need no database.
const database = openDatabase('postgres://unused.invalid/lading')

const start = (trustProxy: boolean) =>
  build({
    database,
    telemetry: createPostgresTelemetry(database.sql),
    queue: { request: async () => {}, counts: async () => ({ waiting: 0, active: 0, delayed: 0, failed: 0 }) },
    bus: { connected: () => false, publish: () => {}, deliver: async () => {}, listen: () => {}, close: async () => {} },
    brokerAccounts: askingBroker,
    clock: systemClock,
    settings: {
      publicUrl: 'http://localhost',
      trustProxy,
      tiles: null,
      broker: { host: null, port: 1883, tls: false },
      clockSpeed: 1,
      ownCurrency: 'EUR',
      currencyThreshold: 0.05,
      dashboardDirectory: '',
    },
  })

describe('Behind a proxy', () => {
  const remainingAfter = async (app: Awaited<ReturnType<typeof start>>, remoteAddress: string, forwardedFor: string) => {
    const response = await app.inject({ url: '/v1/settings', remoteAddress, headers: { 'x-forwarded-for': forwardedFor } })
    return Number(response.headers['ratelimit-remaining'])
  }

  it('the address it forwards is the one that counts, and only a proxy on our own network is believed.', async () => {
    const app = await start(true)
    const first = await remainingAfter(app, '10.0.0.2', '198.51.100.7')
    expect(await remainingAfter(app, '10.0.0.2', '198.51.100.8')).toBe(first)
    expect(await remainingAfter(app, '10.0.0.2', '203.0.113.1, 198.51.100.8')).toBe(first - 1)
    expect(await remainingAfter(app, '203.0.113.5', '198.51.100.9')).toBe(first)
    expect(await remainingAfter(app, '203.0.113.5', '198.51.100.10')).toBe(first - 1)
    await app.close()
  })

  it('whoever has the /64 of an address of IPv6 is one caller, whatever address of it asks.', async () => {
    const app = await start(true)
    const first = await remainingAfter(app, '10.0.0.2', '2001:db8::1')
    expect(await remainingAfter(app, '10.0.0.2', '2001:db8::ffff:2')).toBe(first - 1)
    expect(await remainingAfter(app, '10.0.0.2', '2001:db8:0:1::1')).toBe(first)
    expect(await remainingAfter(app, '10.0.0.2', '::ffff:198.51.100.7')).toBe(first)
    expect(await remainingAfter(app, '10.0.0.2', '198.51.100.7')).toBe(first - 1)
    expect(await remainingAfter(app, '10.0.0.2', 'no:address')).toBe(first)
    await app.close()
  })

  it('that nobody said is there, nothing that is forwarded counts.', async () => {
    const app = await start(false)
    const first = await remainingAfter(app, '10.0.0.2', '198.51.100.7')
    expect(await remainingAfter(app, '10.0.0.2', '198.51.100.8')).toBe(first - 1)
    await app.close()
  })
})

describe('Every answer', () => {
  it('tells browsers to load and run nothing but what this server serves, and to take nothing for what it is not.', async () => {
    const app = await start(false)
    for (const url of ['/v1/settings', '/v1/shipments', '/nowhere'])
      expect((await app.inject(url)).headers, url).toMatchObject({
        'content-security-policy': expect.stringMatching(/^default-src 'none';script-src 'self';/),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'strict-origin-when-cross-origin',
      })
    await app.close()
  })
})

describe('Who has not shown who it is', () => {
  it('sends no more than forms have, and is told no more than it sent.', async () => {
    const app = await start(false)
    const send = (url: string, properties: number) =>
      app.inject({ method: 'POST', url, body: Object.fromEntries(Array.from({ length: properties }, (_, index) => [`a${index}`, 0])) })
    const ofLink = `/track/${'A'.repeat(22)}/push`
    for (const url of ['/v1/session', ofLink, '/v1/broker/authentication']) expect((await send(url, 6_000)).statusCode, url).toBe(413)
    const { statusCode, body } = await send(ofLink, 4_000)
    expect([statusCode, JSON.parse(body).errors.length]).toEqual([400, 100])
    await app.close()
  })
})

describe('The dashboard that is not built', () => {
  it('says how to build it.', async () => {
    const app = await start(false)
    const response = await app.inject('/sign-in')
    expect([response.statusCode, response.headers['content-type']]).toEqual([503, 'text/plain; charset=utf-8'])
    expect(response.body).toContain('npx vite build packages/dashboard')
    await app.close()
  })
})
