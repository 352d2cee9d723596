import { MapQuery, MapView } from '@lading/shared/contract/map'
import type { App } from '../../app.ts'
import { readBbox, wholeWorld } from '../../bbox.ts'
import type { Dependencies } from '../../dependencies.ts'
import { viewFleet } from '../../fleet/view.ts'
import { sendParts } from '../../send-parts.ts'

export const mapRoutes = async (app: App, { fleet }: Dependencies) => {
  app.get(
    '/v1/map',
    {
      config: { access: 'viewer' },
      schema: {
        tags: ['map'],
        summary: 'What lies in a box: one by one, or in clusters where a fleet of more than 20,000 has more than 2,000 there',
        querystring: MapQuery,
        response: { 200: MapView },
      },
    },
    async ({ query: { bbox, zoom = 2 } }, reply) => {
      const window = { bbox: readBbox(bbox) ?? wholeWorld, zoom }
      const { parts } = viewFleet(await fleet.look(), window)
      sendParts(reply, parts)
    },
  )
}
