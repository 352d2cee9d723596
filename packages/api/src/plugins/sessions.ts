import cookie from '@fastify/cookie'
import type { Database } from '@lading/store/postgres/open'
import { secretHash } from '@lading/store/postgres/secret'
import { resumeSessions, type SignedIn } from '@lading/store/postgres/session/resume'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { askTogether } from '../ask-together.ts'
import type { Settings } from '../dependencies.ts'

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | undefined
    sessionToken: string | undefined
  }
}

export const cookieName = 'lading_session'

/** Where people come by https, no other host may set it, and nobody without https (`__Host-`, RFC 6265bis, 4.1.3). */
const nameWhere = (secure: boolean) => (secure ? `__Host-${cookieName}` : cookieName)

// 256 random bits as base64url: whatever does not look like one is not looked up.
const tokenShape = /^[A-Za-z0-9_-]{43}$/

/** Knows who sends a request from the session cookie. */
export const sessions = plugin(
  async (app, { sql, publicUrl }: Pick<Database, 'sql'> & Pick<Settings, 'publicUrl'>) => {
    const name = nameWhere(publicUrl.startsWith('https:'))
    await app.register(cookie)
    const resume = askTogether((hashes) => resumeSessions(sql, hashes))
    app.decorateRequest('signedIn', undefined)
    app.decorateRequest('sessionToken', undefined)
    app.addHook('onRequest', async (request) => {
      const token = request.cookies[name]
      if (!token || !tokenShape.test(token) || !needsSession(request)) return
      request.signedIn = await resume(secretHash(token))
      if (request.signedIn) request.sessionToken = token
    })
  },
  { name: 'sessions', dependencies: ['api-keys'] },
)

// Pages and files are public; asking who fetches each of them would only cost. Who shows a key is a program, and no session of anybody.
const needsSession = ({ url, bearer }: FastifyRequest) => bearer === undefined && url.startsWith('/v1/')

export const setSessionCookie = (reply: FastifyReply, token: string, secure: boolean) =>
  reply.setCookie(nameWhere(secure), token, { httpOnly: true, sameSite: 'lax', path: '/', secure })

export const clearSessionCookie = (reply: FastifyReply, secure: boolean) =>
  reply.clearCookie(nameWhere(secure), { httpOnly: true, sameSite: 'lax', path: '/', secure })
