import { AlertPage, AlertQuery } from '@lading/shared/contract/alert'
import { listAlerts } from '@lading/store/postgres/alert/list'
import type { App } from '../app.ts'
import { readBbox } from '../bbox.ts'
import type { Dependencies } from '../dependencies.ts'

export const alertRoutes = async (app: App, { database: { db } }: Dependencies) => {
  app.get(
    '/v1/alerts',
    {
      config: { access: 'viewer' },
      schema: { tags: ['alerts'], summary: 'Alerts, newest first', querystring: AlertQuery, response: { 200: AlertPage } },
    },
    ({ query: { bbox, limit = 50, ...filter } }) => listAlerts(db, { ...filter, limit, bbox: readBbox(bbox) }),
  )
}
