import Fastify from 'fastify'
import plugin from 'fastify-plugin'
import { describe, expect, it } from 'vitest'
import { access } from '../../src/plugins/access.ts'

const nobody = plugin(async (app) => void app.decorateRequest('signedIn', undefined), { name: 'sessions' })

describe('access', () => {
  it('A route that does not say who may call it stops the start.', async () => {
    const app = Fastify()
    app.register(nobody)
    app.register(access, { authenticate: async () => undefined })
    app.register(async (scope) => void scope.get('/open-by-mistake', async () => 'secret'))
    await expect(app.ready()).rejects.toThrow('The route GET /open-by-mistake does not say who may call it')
  })

  it('A route for a role is closed to nobody, and a public one is open.', async () => {
    const app = Fastify()
    await app.register(nobody)
    await app.register(access, { authenticate: async () => undefined })
    app.get('/closed', { config: { access: 'viewer' } }, async () => 'secret')
    app.get('/open', { config: { access: 'public' } }, async () => 'news')
    expect((await app.inject('/closed')).statusCode).toBe(401)
    expect((await app.inject('/open')).body).toBe('news')
  })
})
