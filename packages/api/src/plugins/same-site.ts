import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { Refusal } from '../refusal.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site makes a browser send. Browsers say where a request comes from in Sec-Fetch-Site, older ones in
 * Origin, and no page can change either; programs say nothing and have no cookie to be misused.
 */
export const sameSite = plugin(
  async (app, { publicUrl }: { publicUrl: string }) => {
    const publicOrigin = new URL(publicUrl).origin
    app.addHook('onRequest', (request, _reply, next) => {
      const refused = !safe.has(request.method) && isForeign(request, publicOrigin)
      next(refused ? new Refusal(403, 'cross-site', 'Requests from other sites are refused.') : undefined)
    })
  },
  { name: 'same-site' },
)

const isForeign = ({ headers, protocol, host }: FastifyRequest, publicOrigin: string) => {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = headers
  return origin !== undefined && origin !== publicOrigin && origin !== `${protocol}://${host}`
}
