import { reliabilityOf } from '@lading/models/risk/reliability'
import { IdParams } from '@lading/shared/contract/common'
import {
  CountryEvent,
  CountryEventChange,
  CountryEventPage,
  CountryEventQuery,
  CountryIndexQuery,
  CountryIndexValues,
  CountryIndices,
  ImportedEvents,
  ImportedIndices,
  NewCountryEvent,
  NewShipmentReport,
  ReportParams,
  RiskGroupQuery,
  RiskGroups,
  RiskList,
  RiskQuery,
  RiskReliability,
  ShipmentReport,
  ShipmentRisk,
} from '@lading/shared/contract/risk'
import { issueAt } from '@lading/shared/issue/issue'
import { addCountryEvent, changeCountryEvent, noCountryEvent, removeCountryEvent } from '@lading/store/postgres/country-event/change'
import { importCountryEvents } from '@lading/store/postgres/country-event/import'
import { getCountryEvent, listCountryEvents } from '@lading/store/postgres/country-event/list'
import { listCountryIndices, putCountryIndex } from '@lading/store/postgres/country-index/put'
import { DomainError } from '@lading/store/postgres/domain-error'
import { getRisk } from '@lading/store/postgres/risk/get'
import { groupRisks, listRisks } from '@lading/store/postgres/risk/list'
import { aheadHours, toldRisks } from '@lading/store/postgres/risk/told'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import { addReport, reportsOf, settleReport } from '@lading/store/postgres/shipment-report/add'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { askForRisk } from '../../ask-for-work.ts'
import { readCountryEvents } from '../../csv/country-events.ts'
import { checkIndexValues, readCountryIndex } from '../../csv/country-index.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['risk']
const viewer = { access: 'viewer' } as const
const operator = { access: 'operator' } as const

/** What endangers the promises of shipments under way, what it rests on, and what people tell of countries and of what parties say. */
export const riskRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, text, done) => done(null, text))
  const who = (signedIn: SignedIn | undefined) => ({ userId: (signedIn as SignedIn).userId, now: clock.now() })

  app.get(
    '/v1/risk',
    {
      config: viewer,
      schema: { tags, summary: 'Shipments under way, the most endangered first', querystring: RiskQuery, response: { 200: RiskList } },
    },
    async ({ query: { limit = 50, ...asked } }) => ({ items: await listRisks(db, { ...asked, limit }) }),
  )

  app.get(
    '/v1/risk/groups',
    {
      config: viewer,
      schema: { tags, summary: 'Risk by lane, warehouse or party', querystring: RiskGroupQuery, response: { 200: RiskGroups } },
    },
    async ({ query: { by } }) => ({ items: await groupRisks(db, by) }),
  )

  app.get(
    '/v1/risk/reliability',
    {
      config: viewer,
      schema: { tags, summary: 'Whether promises were broken as often as risk said', response: { 200: RiskReliability } },
    },
    async () => ({ aheadHours, ...reliabilityOf(await toldRisks(db)) }),
  )

  app.get(
    '/v1/shipments/:id/risk',
    {
      config: viewer,
      schema: {
        tags,
        summary: 'What endangers the promise of a shipment, by kind and together, down to what it rests on',
        params: IdParams,
        response: { 200: ShipmentRisk },
      },
    },
    async ({ params: { id } }) => {
      const risk = await getRisk(db, id)
      if (!risk) throw new DomainError('shipment-not-found', 'There is no such shipment.')
      return risk
    },
  )

  app.post(
    '/v1/shipments/:id/reports',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Keep what a party says of a shipment, to be held against what sensors say',
        description: 'It changes neither the state of the shipment nor what its recipient sees.',
        params: IdParams,
        body: NewShipmentReport,
        response: { 201: ShipmentReport },
      },
    },
    async ({ params: { id }, body, signedIn, log }, reply) => {
      const reportId = await addReport(db, id, body, who(signedIn))
      await askForRisk(queue, log)
      const report = (await reportsOf(db, id)).find((each) => each.id === reportId)
      return reply.code(201).send(report as NonNullable<typeof report>)
    },
  )

  app.post(
    '/v1/shipments/:id/reports/:reportId/settle',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Say that it is known what was the matter with a report; it is evidence no longer',
        params: ReportParams,
        response: { 200: ShipmentReport },
      },
    },
    async ({ params: { id, reportId }, log }) => {
      await settleReport(db, id, reportId, clock.now())
      await askForRisk(queue, log)
      const report = (await reportsOf(db, id)).find((each) => each.id === reportId)
      return report as NonNullable<typeof report>
    },
  )

  app.get(
    '/v1/country-indices',
    { config: viewer, schema: { tags, summary: 'Published figures on how safe countries are', response: { 200: CountryIndices } } },
    async () => ({ items: await listCountryIndices(db) }),
  )

  app.put(
    '/v1/country-indices',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Import the figures of an index of one day',
        description:
          'JSON, or CSV with the columns country (ISO 3166-1, two or three letters) and value. They replace those of the same day.',
        querystring: CountryIndexQuery,
        body: { content: { 'application/json': { schema: CountryIndexValues }, 'text/csv': { schema: Type.String() } } },
        response: { 200: ImportedIndices },
      },
    },
    async ({ body, query, log }) => {
      if (query.best === query.worst)
        throw new DomainError('not-valid', 'The scale has no ends.', [issueAt('/worst', 'same-as', { other: 'best' })])
      const given = body as string | Type.Static<typeof CountryIndexValues>
      const values =
        typeof given === 'string'
          ? readCountryIndex(given)
          : checkIndexValues(given.items.map((item, at) => ({ where: `/items/${at}/`, ...item })))
      const imported = await putCountryIndex(db, query, values, clock.now())
      await askForRisk(queue, log)
      return { imported }
    },
  )

  const event = async (id: string) => {
    const found = await getCountryEvent(db, id)
    if (!found) throw noCountryEvent()
    return found
  }

  app.get(
    '/v1/country-events',
    {
      config: viewer,
      schema: {
        tags,
        summary: 'What happens in countries, the last told first',
        querystring: CountryEventQuery,
        response: { 200: CountryEventPage },
      },
    },
    ({ query: { limit = 50, ...asked } }) => listCountryEvents(db, { ...asked, limit }),
  )

  app.post(
    '/v1/country-events',
    {
      config: operator,
      schema: { tags, summary: 'Tell what happens in a country', body: NewCountryEvent, response: { 201: CountryEvent } },
    },
    async ({ body, signedIn, log }, reply) => {
      const id = await addCountryEvent(db, body, who(signedIn))
      await askForRisk(queue, log)
      return reply
        .code(201)
        .header('location', `/v1/country-events/${id}`)
        .send(await event(id))
    },
  )

  app.post(
    '/v1/country-events/import',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Import events of countries, all of a file or nothing',
        description:
          'CSV with country, kind, title and valid_from, and severity, valid_until, source, reference and note if they are known.',
        body: { content: { 'text/csv': { schema: Type.String() } } },
        response: { 200: ImportedEvents },
      },
    },
    async ({ body, signedIn, log }) => {
      const told = readCountryEvents(body as string)
      const imported = await importCountryEvents(db, told, who(signedIn))
      await askForRisk(queue, log)
      return { events: told.length, imported }
    },
  )

  app.get(
    '/v1/country-events/:id',
    { config: viewer, schema: { tags, summary: 'One event', params: IdParams, response: { 200: CountryEvent } } },
    ({ params: { id } }) => event(id),
  )

  app.patch(
    '/v1/country-events/:id',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Change an event, or say when it ends',
        params: IdParams,
        body: CountryEventChange,
        response: { 200: CountryEvent },
      },
    },
    async ({ params: { id }, body, signedIn, log }) => {
      await changeCountryEvent(db, id, body, who(signedIn))
      await askForRisk(queue, log)
      return event(id)
    },
  )

  app.delete(
    '/v1/country-events/:id',
    { config: operator, schema: { tags, summary: 'Take an event back', params: IdParams, response: { 204: Type.Null() } } },
    async ({ params: { id }, signedIn, log }, reply) => {
      await removeCountryEvent(db, id, who(signedIn))
      await askForRisk(queue, log)
      return reply.code(204).send(null)
    },
  )
}
