import rateLimit from '@fastify/rate-limit'
import plugin from 'fastify-plugin'

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
      keyGenerator: ({ apiKey, sessionToken, ip }) => (apiKey ? `key ${apiKey.id}` : (sessionToken ?? ip)),
      enableDraftSpec: true,
    })
  },
  { name: 'limits', dependencies: ['api-keys', 'sessions'] },
)
