import { paymentProviders } from '@lading/shared/domain/payment'
import { liveTopics } from '@lading/shared/live/topics'
import { takeEvent } from '@lading/store/postgres/payment/take-event'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { callerOf } from '../../plugins/limits.ts'
import { Refusal } from '../../refusal.ts'

// What providers tell is some kilobytes.
const bodyLimit = 100_000

/** Where a payment provider tells what became of payments: signed by it, as nobody signs in here. */
export const paymentWebhookRoutes = async (app: App, { database: { db }, payments: { provider }, metrics, bus, clock }: Dependencies) => {
  // The signature is of the bytes as they were sent.
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))

  app.post(
    '/v1/payments/webhooks/:provider',
    {
      bodyLimit,
      config: {
        access: 'public',
        rateLimit: { max: 600, timeWindow: '1 minute', keyGenerator: (request) => `webhook ${callerOf(request)}` },
      },
      schema: {
        tags: ['payments'],
        summary: 'Told by a payment provider: what became of a payment or a refund',
        description:
          'Signed by the provider, over the body as it is sent and the time; what is older than five minutes is refused. An event is taken once, however often it comes.',
        params: Type.Object({ provider: Type.Enum([...paymentProviders]) }),
        body: { content: { 'application/json': { schema: Type.Any() } } },
        response: { 200: Type.Object({ outcome: Type.Enum(['taken', 'known', 'of-nobody']) }) },
      },
    },
    async ({ params, body, headers, log }) => {
      if (!provider || params.provider !== provider.name)
        throw new Refusal(404, 'not-offered', 'Payments by this provider are not taken here.')
      const answer = provider.verifyWebhook({ body: Buffer.isBuffer(body) ? body : Buffer.alloc(0), headers, now: new Date() })
      if (!answer.verified) {
        metrics.paymentEvents.inc({ outcome: answer.why })
        throw new Refusal(400, answer.why, 'The message is not signed by the provider, or not just now.')
      }
      if (!answer.event) {
        metrics.paymentEvents.inc({ outcome: 'of-nobody' })
        return { outcome: 'of-nobody' as const }
      }
      const taken = await takeEvent(db, provider.name, answer.event, { now: clock.now(), wallNow: new Date() }).catch((error: unknown) => {
        log.warn({ err: error, event: answer.event?.id }, 'what a payment provider tells was not taken')
        throw error
      })
      metrics.paymentEvents.inc({ outcome: taken.outcome })
      if (taken.outcome === 'taken') bus.publish(liveTopics.shipments, { shipmentIds: [taken.shipmentId] })
      return { outcome: taken.outcome }
    },
  )
}
