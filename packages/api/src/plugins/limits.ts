import rateLimit from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import ipaddr from 'ipaddr.js'
import type { App } from '../app.ts'
import { Refusal } from '../refusal.ts'

/** More than any form or sign-in needs; whoever may send more has shown who it is. */
const publicBodyBytes = 50_000

/**
 * How much one caller may ask of one api process. Someone signed in is counted by session, so that an office behind one
 * address is not one caller, a program by its key; everybody else by address. A made-up cookie or key does not help: it is none.
 */
export const limits = plugin(
  async (app) => {
    await app.register(rateLimit, {
      // A program that registers a fleet asks some hundreds of times a second; a browser that loads the dashboard, twenty times.
      max: ({ signedIn, apiKey }) => (signedIn || apiKey ? 30_000 : 1_200),
      timeWindow: '1 minute',
      keyGenerator: (request) => (request.apiKey ? `key ${request.apiKey.id}` : (request.sessionToken ?? callerOf(request))),
      enableDraftSpec: true,
    })
    app.addHook('onRoute', (route) => {
      if (route.config?.access === 'public') route.bodyLimit ??= publicBodyBytes
    })
  },
  { name: 'limits', dependencies: ['api-keys', 'sessions'] },
)

/** Who asks from an address: of IPv6 whoever has its /64, as every subscriber has one (RFC 6177), with more addresses than could be counted. */
export const callerOf = ({ ip }: Pick<FastifyRequest, 'ip'>) => {
  if (!ip?.includes(':') || !ipaddr.isValid(ip)) return ip
  const address = ipaddr.process(ip)
  return 'parts' in address
    ? `${address.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`
    : address.toString()
}

/** For whatever is done by a link: somebody who asks more often is trying tokens. */
export const openToLinks = { access: 'public', rateLimit: { max: 120, timeWindow: '1 minute' } } as const

/**
 * Refuses a caller who does something with one link more often than that. To be asked once the link is known: of links that are made up
 * there is no end, and of addresses that lead to one link neither.
 */
export const limitPerLink = (app: App, limit: { max: number; timeWindow: string }) => {
  const keyGenerator = (request: FastifyRequest) => `${callerOf(request)} ${(request.params as { token: string }).token}`
  const limited = app.createRateLimit({ ...limit, keyGenerator })
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const soFar = await limited(request)
    if (soFar.isAllowed || !soFar.isExceeded) return
    reply.header('retry-after', soFar.ttlInSeconds)
    throw new Refusal(429, 'too-many-requests', 'That is enough for now. Try again later.')
  }
}
