import cookie from '@fastify/cookie'
import type { Database } from '@lading/store/postgres/open'
import { secretHash } from '@lading/store/postgres/secret'
import { resumeSessions, type SignedIn } from '@lading/store/postgres/session/resume'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { askTogether } from '../ask-together.ts'

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | undefined
    sessionToken: string | undefined
  }
}

export const cookieName = 'lading_session'

// 256 random bits as base64url: whatever does not look like one is not looked up.
const tokenShape = /^[A-Za-z0-9_-]{43}$/

/** Knows who sends a request from the session cookie. */
export const sessions = plugin(
  async (app, { sql }: Pick<Database, 'sql'>) => {
    await app.register(cookie)
    const resume = askTogether((hashes) => resumeSessions(sql, hashes))
    app.decorateRequest('signedIn', undefined)
    app.decorateRequest('sessionToken', undefined)
    app.addHook('onRequest', async (request) => {
      const token = request.cookies[cookieName]
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
  reply.setCookie(cookieName, token, { httpOnly: true, sameSite: 'lax', path: '/', secure })

export const clearSessionCookie = (reply: FastifyReply, secure: boolean) =>
  reply.clearCookie(cookieName, { httpOnly: true, sameSite: 'lax', path: '/', secure })
