import { MapQuery, MapView } from '@lading/shared/contract/map'
import { viewMap } from '@lading/store/postgres/map/view'
import type { App } from '../app.ts'
import { readBbox, wholeWorld } from '../bbox.ts'
import type { Dependencies } from '../dependencies.ts'

export const mapRoutes = async (app: App, { database: { db }, clock }: Dependencies) => {
  app.get(
    '/v1/map',
    {
      config: { access: 'viewer' },
      schema: {
        tags: ['map'],
        summary: 'What lies in a box: one by one, or in clusters beyond 20,000',
        querystring: MapQuery,
        response: { 200: MapView },
      },
    },
    ({ query: { bbox, zoom = 2 } }) => viewMap(db, { bbox: readBbox(bbox) ?? wholeWorld, zoom, now: clock.now() }),
  )
}
