import plugin from 'fastify-plugin'
import { answerWithinMs } from '../in-time.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For a route that mostly answers from memory, where a timer for each request would be a tenth of the work: it uses `inTime` where it waits. */
    limitsItself?: true
  }
}

/** Ends every request that is not answered in time; the live feed answers at once and goes on. */
export const timeLimit = plugin(
  async (app) => {
    app.addHook('onRoute', (route) => {
      if (!route.config?.limitsItself) route.handlerTimeout ??= answerWithinMs
    })
  },
  { name: 'time-limit' },
)
