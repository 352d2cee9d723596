import plugin from 'fastify-plugin'
import type { ApiMetrics } from '../metrics.ts'

/** Measures every request by route and status; unknown addresses count as one route. */
export const requestMetrics = plugin(
  async (app, { metrics }: { metrics: ApiMetrics }) => {
    app.addHook('onResponse', async (request, reply) => {
      const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown')
      metrics.requestSeconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    })
  },
  { name: 'request-metrics' },
)
