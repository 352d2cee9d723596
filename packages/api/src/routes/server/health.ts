import { within } from '@lading/shared/within'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['operation']
const config = { access: 'public' } as const

const State = Type.Enum(['ok', 'unavailable'])
const Readiness = Type.Object({
  ready: Type.Boolean(),
  services: Type.Object({ postgres: State, telemetry: State, queue: State, broker: State }),
})

const patienceMs = 2_000

export const healthRoutes = async (app: App, { database, telemetry, queue, bus, metrics }: Dependencies) => {
  app.get(
    '/health/live',
    { config, schema: { tags, summary: 'The process runs', response: { 200: Type.Object({ live: Type.Boolean() }) } } },
    async () => ({ live: true }),
  )

  app.get(
    '/health/ready',
    { config, schema: { tags, summary: 'Every service behind it answers', response: { 200: Readiness, 503: Readiness } } },
    async (_, reply) => {
      const [postgres, telemetryState, queueState] = await Promise.all([
        state(() => database.sql`select 1`),
        state(() => telemetry.ping()),
        state(() => queue.counts()),
      ])
      const services = { postgres, telemetry: telemetryState, queue: queueState, broker: bus.connected() ? 'ok' : 'unavailable' } as const
      const ready = Object.values(services).every((each) => each === 'ok')
      return reply.code(ready ? 200 : 503).send({ ready, services })
    },
  )

  app.get('/metrics', { config, schema: { tags, summary: 'For Prometheus', response: { 200: Type.String() } } }, async (_, reply) =>
    reply
      .type(metrics.registry.contentType)
      .serializer(String)
      .send(await metrics.registry.metrics()),
  )
}

// A service that does not answer is what this route is for, so the failure itself is not worth a log line.
const state = (ask: () => PromiseLike<unknown>) =>
  within(patienceMs, ask()).then(
    () => 'ok' as const,
    () => 'unavailable' as const,
  )
