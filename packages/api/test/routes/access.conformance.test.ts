import { roles } from '@lading/shared/domain/role'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Access } from '../../src/plugins/access.ts'
import { startApi, type TestApi } from '../support/platform.ts'

type Operations = Record<string, { 'x-access': Access }>
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Caller = 'public' | (typeof roles)[number]

const rank = { viewer: 1, operator: 2, admin: 3 }
const mayCall = (who: Caller, access: Access) => {
  if (access === 'public') return true
  if (who === 'public') return false
  if (access === 'signed-in' || who === access) return true
  return who !== 'partner' && access !== 'partner' && rank[who] >= rank[access]
}

/** All that somebody of a partner may call beyond what anybody may. Whatever is added here shows a partner something. */
const forPartners = [
  'DELETE /v1/partner/documents/{id}',
  'GET /v1/partner',
  'GET /v1/partner/demand',
  'GET /v1/partner/evidence',
  'GET /v1/partner/orders',
  'GET /v1/partner/orders/{id}',
  'GET /v1/partner/score',
  'GET /v1/partner/shipments',
  'GET /v1/partner/shipments/{id}',
  'GET /v1/session',
  'POST /v1/partner/disputes',
  'POST /v1/partner/disputes/{id}/moves',
  'POST /v1/partner/documents',
  'POST /v1/partner/orders/{id}/confirmations',
  'PUT /v1/session/password',
]

describe('Who may call what', () => {
  let api: TestApi
  let operations: { path: string; method: Method; access: Access }[]
  beforeAll(async () => {
    api = await startApi()
    await (await api.as('operator'))('PUT', '/v1/partners/anchor', { name: 'Blue Anchor Line', country: 'NL', roles: ['carrier'] })
    const document = (await api.app.inject('/openapi.json')).json() as { paths: Record<string, Operations> }
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method: method.toUpperCase() as Method,
        access: operation['x-access'],
      })),
    )
  })
  afterAll(() => api?.stop())

  const call = async ({ path, method }: { path: string; method: Method }, cookies: Record<string, string>) => {
    const url = path
      .replace('{code}', 'CNSZX')
      .replace('{token}', 'x')
      .replace('{secret}', 'x')
      .replace('{hash}', '0'.repeat(32))
      .replace('{name}', 'x')
      .replace('{id}', '00000000-0000-4000-8000-000000000000')
    return api.app.inject({ method, url, cookies, ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }) })
  }

  it('Every route of the OpenAPI document, tried as nobody and as each role, lets in whom it says and nobody else.', async () => {
    expect(operations.length).toBeGreaterThan(20)
    // The live feed never ends by itself; its own test signs in. Signing out comes last, in a session of its own.
    const tried = operations.filter(({ path }) => path !== '/v1/live')
    for (const who of ['public', ...roles] as const) {
      for (const { path, method, access } of tried) {
        const { statusCode } = await call({ path, method }, who === 'public' ? {} : await cookiesOf(who))
        const expected = mayCall(who, access) ? 'let in' : who === 'public' ? 401 : 403
        expect(statusCode === 401 || statusCode === 403 ? statusCode : 'let in', `${method} ${path} as ${who}`).toBe(expected)
        if (path === '/v1/session' && method === 'DELETE') sessions.delete(who)
      }
    }
  })

  it('Somebody of a partner may call what is named here, streams and files included, and is refused everywhere else.', async () => {
    const letIn: string[] = []
    for (const { path, method, access } of operations.filter((one) => one.access !== 'public')) {
      const response = await call({ path, method }, await cookiesOf('partner'))
      if (response.statusCode !== 403) letIn.push(`${method} ${path}`)
      else expect(response.json(), `${method} ${path} (${access})`).toMatchObject({ code: 'not-allowed' })
    }
    expect(letIn.toSorted()).toEqual(forPartners)
  })

  it('The live feed is not for nobody.', async () => {
    expect((await api.app.inject('/v1/live')).statusCode).toBe(401)
  })

  it('A session whose user lost a role loses it with the next request.', async () => {
    const cookies = await api.signIn('operator')
    await api.database.sql`update app_user set role = 'viewer' where email = 'operator@lading.example'`
    const response = await api.app.inject({ method: 'POST', url: '/v1/devices', cookies, body: { id: 'x' } })
    expect(response.statusCode).toBe(403)
  })

  const sessions = new Map<string, Record<string, string>>()
  const cookiesOf = async (who: (typeof roles)[number]) => {
    const cookies = sessions.get(who) ?? (await (who === 'partner' ? api.letIn('anchor') : api.signIn(who)))
    sessions.set(who, cookies)
    return cookies
  }
})
