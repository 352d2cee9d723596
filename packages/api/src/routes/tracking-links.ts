import { IdParams } from '@lading/shared/contract/common'
import { NewTrackingLink, TrackingLink } from '@lading/shared/contract/tracking-link'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import type { App } from '../app.ts'
import type { Dependencies } from '../dependencies.ts'

export const trackingLinkRoutes = async (app: App, { database: { db }, settings }: Dependencies) => {
  app.post(
    '/v1/shipments/:id/tracking-links',
    {
      config: { access: 'operator' },
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
}
