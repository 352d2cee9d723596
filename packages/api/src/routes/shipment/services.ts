import { ImportedServices, NewService, Service, ServiceCode, Services } from '@lading/shared/contract/network'
import { DomainError } from '@lading/store/postgres/domain-error'
import { listServices } from '@lading/store/postgres/service/list'
import { putServices } from '@lading/store/postgres/service/put'
import { removeService } from '@lading/store/postgres/service/remove'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { refuseFile } from '../../csv/records-of.ts'
import { placeOf, readServices } from '../../csv/services.ts'
import type { Dependencies } from '../../dependencies.ts'
import { checkService } from '../../network/check-service.ts'

const tags = ['network']
const CodeParams = Type.Object({ code: ServiceCode })

/** What carriers offer from place to place: the ways that routes are made of, besides those that shipments have gone. */
export const serviceRoutes = async (app: App, { database: { db }, clock }: Dependencies) => {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, text, done) => done(null, text))

  app.get(
    '/v1/services',
    { config: { access: 'viewer' }, schema: { tags, summary: 'All services of carriers', response: { 200: Services } } },
    async () => ({ items: await listServices(db) }),
  )

  app.put(
    '/v1/services/:code',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Add or change a service',
        description: 'What is left out is not known: no departures mean that it leaves when the goods are there.',
        params: CodeParams,
        body: NewService,
        response: { 200: Service },
      },
    },
    async ({ params: { code }, body }) => {
      const issues = checkService(body)
      if (issues.length > 0) throw new DomainError('not-valid', 'The service is not valid.', issues)
      await putServices(db, [{ ...body, code }], clock.now(), (_, field) => `/${field}`)
      return (await listServices(db)).find((service) => service.code === code) as Service
    },
  )

  app.delete(
    '/v1/services/:code',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Remove a service', params: CodeParams, response: { 204: Type.Null() } },
    },
    async ({ params: { code } }, reply) => {
      await removeService(db, code)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/v1/services/csv',
    {
      bodyLimit: 4_000_000,
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Import services',
        description:
          'CSV with the columns code, mode, carrier, origin, destination, transit_hours and, where known, transit_hours_p10, transit_hours_p90, departures (a number a week; weekdays and a time such as `1,4 18:00`; or instants), currency with per_shipment, per_tonne and per_cubic_metre in minor units, co2e_g_per_tkm with co2e_source, distance_km, valid_from, valid_until, source. All of it or nothing; a code that is known is changed.',
        body: { content: { 'text/csv': { schema: Type.String() } } },
        response: { 200: ImportedServices },
      },
    },
    async ({ body }) => {
      const services = readServices(body as string)
      refuseFile(services.flatMap(({ line, ...service }) => checkService(service, (field) => placeOf(line, field))))
      await putServices(db, services, clock.now(), (index, field) => placeOf(services[index]?.line, field))
      return { services: services.length }
    },
  )
}
