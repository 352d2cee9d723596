import { mayActAs, type Role } from '@lading/shared/domain/role'
import plugin from 'fastify-plugin'
import { Refusal } from '../refusal.ts'

/** Who may call a route: anybody, or someone signed in who may do what this role may. */
export type Access = 'public' | Role

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
}

/** Every route says who may call it; one that does not is a mistake that stops the start. */
export const access = plugin(
  async (app) => {
    app.addHook('onRoute', ({ method, url, config }) => {
      if (!config?.access) throw new Error(`The route ${method} ${url} does not say who may call it (config.access)`)
    })
    // After onRequest, where the rate limit is: who is refused is counted too. Before the body is read.
    app.addHook('preParsing', async ({ routeOptions, signedIn, is404 }) => {
      const needed = routeOptions.config.access
      if (is404 || needed === 'public') return
      if (!signedIn) throw new Refusal(401, 'not-signed-in', 'Sign in with POST /v1/session.')
      if (!needed || !mayActAs(signedIn.role, needed)) throw new Refusal(403, 'not-allowed', `This takes the role ${needed}.`)
    })
  },
  { name: 'access', dependencies: ['sessions'] },
)
