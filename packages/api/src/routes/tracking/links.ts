import { IdParams } from '@lading/shared/contract/common'
import { NewProofOfDelivery, ProofOfDelivery } from '@lading/shared/contract/shipment'
import { NewTrackingLink, TrackingLink } from '@lading/shared/contract/tracking-link'
import { liveTopics } from '@lading/shared/live/topics'
import { proofOf } from '@lading/store/postgres/consumer/of-shipment'
import { recordProof } from '@lading/store/postgres/consumer/record-proof'
import { DomainError } from '@lading/store/postgres/domain-error'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

export const trackingLinkRoutes = async (app: App, { database: { db }, bus, clock, settings }: Dependencies) => {
  app.post(
    '/v1/shipments/:id/tracking-links',
    {
      config: { access: 'operator', keys: ['shipments'] },
      schema: {
        tags: ['shipments'],
        summary: 'A new link to the tracking page, shown once',
        params: IdParams,
        body: NewTrackingLink,
        response: { 201: TrackingLink },
      },
      // Without a body the link lasts as long as the schema's default says.
      preValidation: async (request) => {
        request.body ??= {}
      },
    },
    async ({ params, body: { days = 60 } }, reply) => {
      const { token, expiresAt } = await createTrackingLink(db, params.id, days)
      return reply.code(201).send({ url: `${settings.publicUrl}/track/${token}`, expiresAt: expiresAt.toISOString() })
    },
  )

  app.post(
    '/v1/shipments/:id/proof-of-delivery',
    {
      config: { access: 'operator', keys: ['shipments'] },
      schema: {
        tags: ['shipments'],
        summary: 'Record that it was handed over, for the tracking page; instead of what was recorded before',
        params: IdParams,
        body: NewProofOfDelivery,
        response: { 200: ProofOfDelivery },
      },
    },
    async ({ params, body: { receivedAt, note } }) => {
      const now = clock.now()
      if (Date.parse(receivedAt) > now.getTime())
        throw new DomainError('not-valid', 'That is still to come.', [{ path: '/receivedAt', message: 'is in the future' }])
      await recordProof(db, params.id, { receivedAt: new Date(receivedAt), note: note?.trim() || null }, now)
      bus.publish(liveTopics.shipments, { shipmentIds: [params.id] })
      return (await proofOf(db, params.id)) as ProofOfDelivery
    },
  )
}
