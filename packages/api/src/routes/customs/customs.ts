import { IdParams } from '@lading/shared/contract/common'
import {
  CustomsEntry,
  CustomsEntryChange,
  CustomsEntryChanges,
  CustomsEntryPage,
  CustomsEntryParams,
  CustomsEntryQuery,
  CustomsMessageOutcomes,
  CustomsMessages,
  NewCustomsEvent,
  ShipmentCustoms,
} from '@lading/shared/contract/customs'
import { crossingOf } from '@lading/shared/domain/customs-crossing'
import { liveTopics } from '@lading/shared/live/topics'
import { changesOf } from '@lading/store/postgres/customs/changes-of'
import { entriesOf } from '@lading/store/postgres/customs/entries-of'
import { listEntries } from '@lading/store/postgres/customs/list-entries'
import { officeOf } from '@lading/store/postgres/customs/open-entry'
import { putEntry } from '@lading/store/postgres/customs/put-entry'
import { recordCustomsEvent } from '@lading/store/postgres/customs/record-event'
import { DomainError } from '@lading/store/postgres/domain-error'
import { legsOf } from '@lading/store/postgres/shipment/legs'
import type { FastifyBaseLogger } from 'fastify'
import type { App } from '../../app.ts'
import { askForWork } from '../../ask-for-work.ts'
import { readCustomsEvent } from '../../customs/read-event.ts'
import { takeMessages } from '../../customs/take-messages.ts'
import type { Dependencies } from '../../dependencies.ts'
import { Refusal } from '../../refusal.ts'

const tags = ['customs']

/** Declarations where goods enter a customs territory, and what is told of them. */
export const customsRoutes = async (app: App, { database: { db }, queue, bus, clock }: Dependencies) => {
  /** Whoever looks at the shipment sees it at once; the arrival time follows. */
  const changed = async (shipmentId: string, log: FastifyBaseLogger) => {
    bus.publish(liveTopics.shipments, { shipmentIds: [shipmentId] })
    await askForWork(queue, log, 'plan', { data: { shipmentId }, deduplicationId: shipmentId })
  }

  app.get(
    '/v1/customs/entries',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'Declarations of all shipments, newest first',
        querystring: CustomsEntryQuery,
        response: { 200: CustomsEntryPage },
      },
    },
    ({ query: { limit = 50, ...filter } }) => listEntries(db, { ...filter, limit }),
  )

  app.get(
    '/v1/shipments/:id/customs',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'Where a shipment is cleared, and its declarations', params: IdParams, response: { 200: ShipmentCustoms } },
    },
    async ({ params: { id } }) => {
      const [legs, entries] = await Promise.all([legsOf(db, id), entriesOf(db, id)])
      if (legs.length === 0) throw new DomainError('shipment-not-found', 'There is no such shipment.')
      const crossing = crossingOf(legs)
      if (!crossing) return { entries, crossing: null }
      const { legSequence, country, place, waits } = crossing
      return { entries, crossing: { legSequence, country, office: officeOf(place), place: place.name, waits } }
    },
  )

  app.put(
    '/v1/shipments/:id/customs/:leg',
    {
      config: { access: 'operator', keys: ['shipments'] },
      schema: {
        tags,
        summary: 'Say what is known of a declaration; what is left out stays as it is',
        description:
          'The leg is the one that waits for the release: GET /v1/shipments/{id}/customs says which one that is. For any other leg, the country of import has to be given.',
        params: CustomsEntryParams,
        body: CustomsEntryChange,
        response: { 200: CustomsEntry },
      },
    },
    async ({ params: { id: shipmentId, leg: legSequence }, body, signedIn, log }) => {
      const entry = await putEntry(db, { ...body, shipmentId, legSequence, changedBy: signedIn?.userId ?? null }, clock.now())
      await changed(shipmentId, log)
      return entry
    },
  )

  app.get(
    '/v1/shipments/:id/customs/:leg/changes',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'Who changed what of a declaration, the latest first',
        params: CustomsEntryParams,
        response: { 200: CustomsEntryChanges },
      },
    },
    async ({ params: { id, leg } }) => {
      const items = await changesOf(db, id, leg)
      if (!items) throw new Refusal(404, 'no-such-declaration', `Nothing was declared for leg ${leg} of such a shipment.`)
      return { items }
    },
  )

  app.post(
    '/v1/shipments/:id/customs/:leg/events',
    {
      config: { access: 'operator', keys: ['shipments'] },
      schema: {
        tags,
        summary: 'Tell what happened to a declaration',
        description:
          'Told again it changes nothing; told late it takes its place; what contradicts what is known is refused, with what would not. Documents that customs asks for are added to those that are required.',
        params: CustomsEntryParams,
        body: NewCustomsEvent,
        response: { 200: CustomsEntry },
      },
    },
    async ({ params: { id: shipmentId, leg: legSequence }, body, signedIn, log }) => {
      const now = clock.now()
      const news = { ...readCustomsEvent(body, now), shipmentId, legSequence, recordedBy: signedIn?.userId ?? null }
      const { entry, isNew } = await recordCustomsEvent(db, news, now)
      if (isNew) await changed(shipmentId, log)
      return entry
    },
  )

  app.post(
    '/v1/customs/messages',
    {
      config: { access: 'operator', keys: ['shipments'] },
      schema: {
        tags,
        summary: "Take in partners' messages about parcels, by tracking number",
        description:
          'Each for itself: the answer says what became of every one. Messages may come in any order, and again. A message without a leg is about the declaration that is open.',
        body: CustomsMessages,
        response: { 200: CustomsMessageOutcomes },
      },
    },
    async ({ body: { messages }, signedIn, log }) => {
      const taken = await takeMessages(db, messages, signedIn?.userId ?? null, clock.now())
      for (const shipmentId of new Set(taken.flatMap((each) => each.shipmentId ?? []))) await changed(shipmentId, log)
      return { items: taken.map(({ outcome }) => outcome) }
    },
  )
}
