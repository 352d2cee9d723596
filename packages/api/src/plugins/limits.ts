import rateLimit from '@fastify/rate-limit'
import plugin from 'fastify-plugin'

/**
 * How much one caller may ask of one api process. Someone signed in is counted by session, so that an office behind one
 * address is not one caller; everybody else by address. A made-up cookie does not help: it is no session.
 */
export const limits = plugin(
  async (app) => {
    await app.register(rateLimit, {
      // A program that registers a fleet asks some hundreds of times a second; a browser that loads the dashboard, twenty times.
      max: ({ signedIn }) => (signedIn ? 30_000 : 1_200),
      timeWindow: '1 minute',
      keyGenerator: ({ sessionToken, ip }) => sessionToken ?? ip,
      enableDraftSpec: true,
    })
  },
  { name: 'limits', dependencies: ['sessions'] },
)
