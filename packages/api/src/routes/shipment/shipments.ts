import { IdParams } from '@lading/shared/contract/common'
import { EtaHistory, EtaHistoryQuery } from '@lading/shared/contract/eta'
import { NewShipment, Shipment, ShipmentChange, ShipmentPage, ShipmentQuery } from '@lading/shared/contract/shipment'
import type { Issue } from '@lading/shared/issue/issue'
import { liveTopics } from '@lading/shared/live/topics'
import { DomainError } from '@lading/store/postgres/domain-error'
import { etaHistory } from '@lading/store/postgres/eta/history'
import { changeShipment } from '@lading/store/postgres/shipment/change'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { getShipment } from '@lading/store/postgres/shipment/get'
import { listShipments } from '@lading/store/postgres/shipment/list'
import type { App } from '../../app.ts'
import { askForWork } from '../../ask-for-work.ts'
import { readBbox } from '../../bbox.ts'
import type { Dependencies } from '../../dependencies.ts'
import { checkNewShipment } from '../../shipment/check-new.ts'
import { checkContainers, checkItems, checkLimits } from '../../shipment/check-parts.ts'

const tags = ['shipments']

export const shipmentRoutes = async (app: App, { database: { db }, queue, bus, clock, settings: { dataKey } }: Dependencies) => {
  const existing = async (id: string) => {
    const shipment = await getShipment(db, id)
    if (!shipment) throw new DomainError('shipment-not-found', 'There is no such shipment.')
    return shipment
  }

  app.get(
    '/v1/shipments',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'Shipments that meet a filter, newest first', querystring: ShipmentQuery, response: { 200: ShipmentPage } },
    },
    ({ query: { bbox, limit = 50, ...filter } }) => listShipments(db, { ...filter, limit, bbox: readBbox(bbox) }),
  )

  app.post(
    '/v1/shipments',
    {
      config: { access: 'operator', keys: ['shipments'] },
      schema: { tags, summary: 'Announce a shipment', body: NewShipment, response: { 201: Shipment } },
    },
    async ({ body, log }, reply) => {
      refuse(checkNewShipment(body))
      const id = await createShipment(db, body, clock.now(), dataKey)
      await askForWork(queue, log, 'plan', { data: { shipmentId: id }, deduplicationId: id })
      if (body.deviceId) bus.publish(liveTopics.assignments, { deviceId: body.deviceId })
      bus.publish(liveTopics.shipments, { shipmentIds: [id] })
      return reply
        .code(201)
        .header('location', `/v1/shipments/${id}`)
        .send(await existing(id))
    },
  )

  app.get(
    '/v1/shipments/:id',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'One shipment with everything known of it', params: IdParams, response: { 200: Shipment } },
    },
    ({ params }) => existing(params.id),
  )

  app.get(
    '/v1/shipments/:id/eta-history',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'The arrival times that were shown for a shipment, and the stages they were made of',
        params: IdParams,
        querystring: EtaHistoryQuery,
        response: { 200: EtaHistory },
      },
    },
    async ({ params: { id }, query: { since, limit = 500 } }) => {
      await existing(id)
      return etaHistory(db, id, { limit, ...(since && { since: new Date(since) }) })
    },
  )

  app.patch(
    '/v1/shipments/:id',
    {
      config: { access: 'operator', keys: ['shipments'] },
      schema: { tags, summary: 'Change a shipment', params: IdParams, body: ShipmentChange, response: { 200: Shipment } },
    },
    async ({ params: { id }, body, log }) => {
      refuse([...checkItems(body.items), ...checkLimits(body.limits), ...checkContainers(body.containers)])
      await changeShipment(db, id, body, clock.now(), dataKey)
      if (body.saidState !== undefined) await askForWork(queue, log, 'plan', { data: { shipmentId: id }, deduplicationId: id })
      bus.publish(liveTopics.shipments, { shipmentIds: [id] })
      return existing(id)
    },
  )
}

const refuse = (issues: Issue[]) => {
  if (issues.length > 0) throw new DomainError('not-valid', 'The shipment is not valid.', issues)
}
