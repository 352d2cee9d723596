import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { findProgram } from '@lading/services/find-program'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { ApiKey, ApiKeySecret } from '@lading/shared/contract/api-key'
import { type KeyScope, keyScopes } from '@lading/shared/domain/api-key'
import { newApiKeyToken } from '@lading/store/postgres/api-key/token'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { places } from '../../support/examples.ts'
import { emailOf, password, startApi, type TestApi } from '../../support/platform.ts'

const run = promisify(execFile)
const read = (path: string) => readFile(new URL(`../../../../../${path}`, import.meta.url), 'utf8')

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Operation = { security?: Record<string, string[]>[]; 'x-access': string }

const quotes = { from: 'CN', destination: 'DE', currency: 'EUR', incoterm: 'DAP' }
const request = { ...quotes, lines: [{ hsCode: '940521', origin: 'CN', quantity: 1, value: { minorUnits: 1_000, currency: 'EUR' } }] }
const rule = {
  key: 'eu',
  destination: 'EU',
  source: 'Example',
  validFrom: '2021-01-01',
  terms: { kind: 'valuation', basis: 'cif', currency: 'EUR' },
}

describe('A key of a program', () => {
  let api: TestApi
  let admin: Awaited<ReturnType<TestApi['as']>>
  beforeAll(async () => {
    api = await startApi()
    admin = await api.as('admin')
    await admin('POST', '/v1/trade-rules/import', { rules: [rule] })
  })
  afterAll(() => api?.stop())

  const make = async (...scopes: KeyScope[]) =>
    (await admin('POST', '/v1/api-keys', { name: `Checkout ${scopes}`, scopes, expiresInDays: 30 })).json<ApiKeySecret>()
  const call = (secret: string, method: Method, url: string, body?: object, headers: Record<string, string> = {}) =>
    api.app.inject({ method, url, headers: { authorization: `Bearer ${secret}`, ...headers }, ...(body && { body }) })
  const listed = async (id: string) => (await admin('GET', '/v1/api-keys')).json<ApiKey[]>().find((key) => key.id === id)

  it('is shown once and kept as a hash, and says when it was last used.', async () => {
    const { key, secret } = await make('read')
    expect(key).toMatchObject({ scopes: ['read'], hint: secret.slice(0, 11), lastUsedAt: null, createdBy: { name: 'The admin' } })
    expect((await call(secret, 'GET', '/v1/shipments')).statusCode).toBe(200)
    const { lastUsedAt } = (await listed(key.id)) as ApiKey
    expect(lastUsedAt).not.toBeNull()
    await call(secret, 'GET', '/v1/shipments')
    expect((await listed(key.id))?.lastUsedAt).toBe(lastUsedAt)
    const kept = await api.database.sql`select * from api_key`
    expect(JSON.stringify(kept)).not.toContain(secret.slice(11))
    expect((await admin('GET', '/v1/api-keys')).body).not.toContain(secret.slice(11))
  })

  it('reaches every route that says its scope in the OpenAPI document, and no other.', async () => {
    const { paths } = (await api.app.inject('/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>()
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase() as Method, operation })),
    )
    const reached = new Set<string>()
    for (const scope of keyScopes) {
      const { secret } = await make(scope)
      for (const { path, method, operation } of operations) {
        if (operation['x-access'] === 'public') continue
        const url = path.replace('{code}', 'CNSZX').replace('{name}', 'x').replace('{id}', crypto.randomUUID())
        const { statusCode } = await call(secret, method, url, method === 'GET' || method === 'DELETE' ? undefined : {})
        const isNamed = operation.security?.some((way) => way.key?.includes(scope)) ?? false
        if (isNamed) reached.add(`${scope} ${method} ${path}`)
        expect([statusCode === 403 || statusCode === 401 ? statusCode : 'let in', `${scope} ${method} ${path}`]).toEqual([
          isNamed ? 'let in' : 403,
          `${scope} ${method} ${path}`,
        ])
        expect(statusCode, `${method} ${path}`).toBeLessThan(500)
      }
    }
    expect([...reached]).toEqual(
      expect.arrayContaining(['read GET /v1/shipments', 'quotes POST /v1/landed-cost', 'shipments POST /v1/shipments']),
    )
    expect([...reached].filter((way) => /\/v1\/(users|api-keys|session|views|live|people)/.test(way))).toEqual([])
  })

  it('of another scope is refused with the scope that it takes.', async () => {
    const { secret } = await make('read')
    const refused = await call(secret, 'POST', '/v1/landed-cost', request)
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'not-allowed'])
    expect(refused.headers['www-authenticate']).toContain('scope="quotes"')
    expect(refused.headers['content-type']).toContain('application/problem+json')
  })

  it('that is unknown, expired or revoked is answered alike, also where a session comes along.', async () => {
    const [expired, revoked] = [await make('read'), await make('read')]
    await api.database.sql`update api_key set expires_at = now() - interval '1 second' where id = ${expired.key.id}`
    expect((await admin('POST', `/v1/api-keys/${revoked.key.id}/revoke`)).json<ApiKey>().revokedAt).not.toBeNull()
    const again = (await admin('POST', `/v1/api-keys/${revoked.key.id}/revoke`)).json<ApiKey>()
    expect(again).toEqual(await listed(revoked.key.id))
    const answers = await Promise.all(
      [newApiKeyToken(), 'nonsense', expired.secret, revoked.secret].map((secret) => call(secret, 'GET', '/v1/shipments')),
    )
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect(answers[0]?.statusCode).toBe(401)
    const cookies = await api.signIn('admin')
    const headers = { authorization: `Bearer ${revoked.secret}` }
    expect((await api.app.inject({ url: '/v1/shipments', cookies, headers })).statusCode).toBe(401)
  })

  it('gets the same quote for the same idempotency key, and another program gets its own.', async () => {
    const [one, other] = [await make('quotes'), await make('quotes')]
    const ask = async (secret: string) =>
      (await call(secret, 'POST', '/v1/landed-cost', request, { 'idempotency-key': 'order-1' })).json<{ id: string }>().id
    const ids = [await ask(one.secret), await ask(one.secret), await ask(other.secret)]
    expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false])
    expect((await call(one.secret, 'GET', `/v1/landed-cost/${ids[0]}`)).statusCode).toBe(200)
  })

  it('is counted by itself where calls are limited.', async () => {
    const [one, other] = [await make('read'), await make('read')]
    const left = async (secret: string) => Number((await call(secret, 'GET', '/v1/shipments')).headers['ratelimit-remaining'])
    const first = await left(one.secret)
    expect([await left(one.secret), await left(other.secret)]).toEqual([first - 1, first])
  })

  it('is made by admins only, with a name, a scope and an end.', async () => {
    const operator = await api.as('operator')
    const body = { name: 'x', scopes: ['read'], expiresInDays: 30 }
    expect((await operator('POST', '/v1/api-keys', body)).statusCode).toBe(403)
    for (const wrong of [{ scopes: [] }, { scopes: ['everything'] }, { name: ' ' }, { expiresInDays: 9_999 }])
      expect((await admin('POST', '/v1/api-keys', { ...body, ...wrong })).statusCode).toBe(400)
    const nobody = await admin('POST', `/v1/api-keys/${crypto.randomUUID()}/revoke`)
    expect([nobody.statusCode, nobody.json().code]).toEqual([404, 'api-key-not-found'])
  })

  it.skipIf(!findProgram('curl'))('is made and used by the commands of the page about it, as they stand.', async () => {
    for (const place of places) await admin('PUT', `/v1/locations/${place.code}`, place)
    const commands = [...(await read('docs/api.md')).matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = '']) => text)
    const signInLine = /^curl -s -c jar .*$/m.exec(await read('README.md'))?.[0] ?? ''
    await api.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = api.app.server.address() as AddressInfo
    const directory = await temporaryDirectory()
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', [signInLine, ...commands].join('\n')], {
      cwd: directory.path,
      env: { PATH: process.env.PATH, API: `http://127.0.0.1:${port}`, EMAIL: emailOf('admin'), PASSWORD: password },
    }).finally(() => directory.remove())
    for (const part of ['"validUntil"', '"findings"', '"reference":"PO-4711"', '"items":[{"id"']) expect(stdout).toContain(part)
  })
})
