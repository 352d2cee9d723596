import type { KeyScope } from '@lading/shared/domain/api-key'
import { mayActAs, type Role } from '@lading/shared/domain/role'
import type { DeviceIdentity } from '@lading/store/postgres/device/authenticate'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { Refusal } from '../refusal.ts'

type Authenticate = (deviceId: string, secret: string) => Promise<DeviceIdentity | undefined>

/**
 * Who may call a route: anybody; anybody who is signed in, staff or partner; or someone who may do what this role may. A partner may call
 * what says `partner` or `signed-in`, and nothing that asks for a role of staff.
 */
export type Access = 'public' | 'signed-in' | Role

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /** Whether a device that shows its own secret may call it too. */
    devices?: true
  }
  interface FastifyRequest {
    device: DeviceIdentity | undefined
  }
}

const deviceChallenge = 'Basic realm="Lading devices"'

/** Every route says who may call it; one that does not is a mistake that stops the start. */
export const access = plugin(
  async (app, { authenticate }: { authenticate: Authenticate }) => {
    app.decorateRequest('device', undefined)
    app.addHook('onRoute', ({ method, url, config }) => {
      if (!config?.access) throw new Error(`The route ${method} ${url} does not say who may call it (config.access)`)
    })
    // After onRequest, where the rate limit is: who is refused is counted too. Before the body is read.
    app.addHook('preParsing', async (request, reply) => {
      const { routeOptions, signedIn, bearer, is404, headers } = request
      const { access: needed, devices } = routeOptions.config
      if (is404 || needed === 'public') return
      if (bearer !== undefined) return checkKey(request, reply)
      if (devices && headers.authorization !== undefined) {
        request.device = await deviceOf(authenticate, headers.authorization)
        if (request.device) return
        reply.header('www-authenticate', deviceChallenge)
        throw new Refusal(401, 'wrong-credentials', 'There is no such device, it was revoked, or the secret is not its own.')
      }
      if (!signedIn) throw new Refusal(401, 'not-signed-in', 'Sign in with POST /v1/session.')
      if (needed === 'signed-in') return
      if (!needed || !mayActAs(signedIn.role, needed)) throw new Refusal(403, 'not-allowed', `This takes the role ${needed}.`)
    })
  },
  { name: 'access', dependencies: ['sessions'] },
)

/** What a key needs to call a route, any of these; none where no key reaches it. */
export const scopesFor = (method: string, { access = 'public', keys }: { access?: Access; keys?: readonly KeyScope[] }) =>
  keys ?? (method === 'GET' && access !== 'public' && access !== 'signed-in' && mayActAs('viewer', access) ? (['read'] as const) : [])

/** A program is let in where its key is of a kind that the route takes. What is unknown, expired or revoked is all one. */
const checkKey = ({ apiKey, method, routeOptions: { config } }: FastifyRequest, reply: FastifyReply) => {
  if (!apiKey) {
    const challenge = 'Bearer realm="Lading", error="invalid_token"'
    reply.header('www-authenticate', config.devices ? `${challenge}, ${deviceChallenge}` : challenge)
    throw new Refusal(401, 'wrong-credentials', 'There is no such key, it has expired, or it was revoked.')
  }
  const scopes = scopesFor(method, config)
  if (scopes.some((scope) => apiKey.scopes.includes(scope))) return
  reply.header('www-authenticate', `Bearer realm="Lading", error="insufficient_scope"${scopes[0] ? `, scope="${scopes.join(' ')}"` : ''}`)
  throw new Refusal(
    403,
    'not-allowed',
    scopes[0] ? `This takes a key of the scope ${scopes.join(' or ')}.` : 'No key reaches this: sign in.',
  )
}

// Names of devices may have colons and secrets have none: the last one parts them.
const credentials = /^([A-Za-z0-9][A-Za-z0-9._:-]{0,127}):([A-Za-z0-9_-]{1,100})$/

/** Who shows a secret, by Basic authentication. */
const deviceOf = async (authenticate: Authenticate, authorization: string) => {
  const [, encoded = ''] = /^Basic ([A-Za-z0-9+/=]{1,400})$/i.exec(authorization) ?? []
  const [, deviceId, secret] = credentials.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  return deviceId && secret ? authenticate(deviceId, secret) : undefined
}
