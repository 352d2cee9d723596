import { roles } from '@lading/shared/domain/role'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Access } from '../../src/plugins/access.ts'
import { startApi, type TestApi } from '../support/platform.ts'

type Operations = Record<string, { 'x-access': Access }>
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const rank = { public: 0, viewer: 1, operator: 2, admin: 3 }

describe('Who may call what', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startApi()
  })
  afterAll(() => api?.stop())

  it('Every route of the OpenAPI document, tried as nobody and as each role, lets in whom it says and nobody else.', async () => {
    const document = (await api.app.inject('/openapi.json')).json() as { paths: Record<string, Operations> }
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method: method.toUpperCase() as Method,
        access: operation['x-access'],
      })),
    )
    expect(operations.length).toBeGreaterThan(20)
    // The live feed never ends by itself; its own test signs in. Signing out comes last, in a session of its own.
    const tried = operations.filter(({ path }) => path !== '/v1/live')
    for (const who of ['public', ...roles] as const) {
      for (const { path, method, access } of tried) {
        const cookies = who === 'public' ? {} : await cookiesOf(who)
        const url = path
          .replace('{code}', 'CNSZX')
          .replace('{token}', 'x')
          .replace('{secret}', 'x')
          .replace('{hash}', '0'.repeat(32))
          .replace('{name}', 'x')
          .replace('{id}', '00000000-0000-4000-8000-000000000000')
        const { statusCode } = await api.app.inject({
          method,
          url,
          cookies,
          ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
        })
        const expected = rank[who] >= rank[access] ? 'let in' : who === 'public' ? 401 : 403
        expect(statusCode === 401 || statusCode === 403 ? statusCode : 'let in', `${method} ${path} as ${who}`).toBe(expected)
        if (path === '/v1/session' && method === 'DELETE') sessions.delete(who)
      }
    }
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
    const cookies = sessions.get(who) ?? (await api.signIn(who))
    sessions.set(who, cookies)
    return cookies
  }
})
