import { DomainError } from '@lading/store/postgres/domain-error'
import { askForPush, stopPush } from '@lading/store/postgres/news/ask-push'
import { standingOfLink } from '@lading/store/postgres/tracking-link/standing'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { limitPerLink, openToLinks } from '../../plugins/limits.ts'
import { Refusal } from '../../refusal.ts'
import { isPushEndpoint } from '../../tracking-page/push-endpoint.ts'
import { textsFor } from '../../tracking-page/reader.ts'
import { byFactorUntil } from './news.ts'

const tags = ['tracking page']
const TokenParams = Type.Object({ token: Type.String({ maxLength: 200 }) })
const Endpoint = Type.String({ maxLength: 1000, description: 'of the push service of the browser' })
const Subscription = Type.Object(
  {
    endpoint: Endpoint,
    keys: Type.Object({
      p256dh: Type.String({ pattern: '^[A-Za-z0-9_-]{87}=?$' }),
      auth: Type.String({ pattern: '^[A-Za-z0-9_-]{22}={0,2}$' }),
    }),
  },
  { additionalProperties: false },
)

// What a browser shows by itself, without being asked for more: never the window of arrival, which moves often.
const wanted = { kinds: ['delivered' as const, 'arriving' as const, 'customs' as const, 'delayed' as const], windowHours: 24 }
const limit = { max: 20, timeWindow: '1 hour' }

/** News on a device, for browsers that show notes (RFC 8030): asked for and ended on the tracking page. */
export const trackingPushRoutes = async (app: App, { database: { db }, clock, settings }: Dependencies) => {
  const { dataKey, pushKey, publicUrl } = settings
  const secure = publicUrl.startsWith('https:')
  const limited = limitPerLink(app, limit)
  const keyOf = () => {
    if (!dataKey || !pushKey) throw new Refusal(404, 'not-offered', 'Notes are not offered here.')
    return dataKey
  }
  const standing = async (request: FastifyRequest, reply: FastifyReply) => {
    const { token } = request.params as { token: string }
    const found = await standingOfLink(db, token)
    if (!found) throw new Refusal(404, 'no-such-link', 'The link is not complete, or it has expired.')
    await limited(request, reply)
    return found
  }

  app.post(
    '/track/:token/push',
    {
      config: openToLinks,
      schema: { tags, summary: 'Have news shown on a device', params: TokenParams, body: Subscription, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const key = keyOf()
      const { endpoint, keys } = request.body
      if (!isPushEndpoint(endpoint))
        throw new DomainError('not-valid', 'That is no push service.', [
          { path: '/endpoint', message: 'is no https address of a host on the internet' },
        ])
      const { shipmentId, byFactor, expiresAt: linkEnds } = await standing(request, reply)
      const { code, locale } = textsFor(request, reply, { secure })
      const now = new Date()
      const expiresAt = byFactor ? byFactorUntil(now) : linkEnds
      const asked = { shipmentId, endpoint, keys, wanted, language: code, locale, expiresAt }
      const taken = await askForPush(db, asked, key, { now, platformNow: clock.now() })
      if (!taken) throw new Refusal(429, 'too-many-requests', 'More devices than that are not told of one shipment.')
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/track/:token/push/stop',
    {
      config: openToLinks,
      schema: {
        tags,
        summary: 'Have news shown on a device no longer',
        params: TokenParams,
        body: Type.Object({ endpoint: Endpoint }, { additionalProperties: false }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const key = keyOf()
      const { shipmentId } = await standing(request, reply)
      await stopPush(db, shipmentId, request.body.endpoint, key)
      return reply.code(204).send(null)
    },
  )
}
