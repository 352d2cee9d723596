import { type DemandDay, DemandEvent, DemandHistory, ImportedDays, NewDemandEvent } from '@lading/shared/contract/demand'
import { addDemandEvent } from '@lading/store/postgres/demand/events'
import { importDemandHistory } from '@lading/store/postgres/demand/import-history'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { FastifyBaseLogger } from 'fastify'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { askForForecast } from '../../ask-for-work.ts'
import { readDemandHistory } from '../../csv/demand-history.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['stock']

// Two years of days of a hundred products in three warehouses.
const bodyLimit = 16_000_000

export const demandRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, text, done) => done(null, text))

  const keep = async (days: DemandDay[], log: FastifyBaseLogger, where?: (path: string) => string) => {
    await importDemandHistory(db, days, clock.now(), where)
    await askForForecast(queue, log)
    return { days: days.length }
  }

  app.post(
    '/v1/demand-history',
    {
      bodyLimit,
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Import what was asked for, day by day',
        description:
          'As JSON, or as CSV with the columns product, warehouse, day, quantity and, if there is one, in_stock (0 where there was nothing to sell). All of it or nothing; a day told again replaces what was told before.',
        body: { content: { 'application/json': { schema: DemandHistory }, 'text/csv': { schema: Type.String() } } },
        response: { 200: ImportedDays },
      },
    },
    // Which of the two it is, the content type decided; the schema of each has been met.
    async ({ body, log }) => {
      if (typeof body !== 'string') {
        const { items } = body as Type.Static<typeof DemandHistory>
        return keep(items, log)
      }
      const { days, lines } = readDemandHistory(body)
      return keep(days, log, (path) => {
        const [, , index = '0', field = ''] = path.split('/')
        return `line ${lines[Number(index)]}, ${field}`
      })
    },
  )

  app.post(
    '/v1/demand-events',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Tell of a promotion or another known event', body: NewDemandEvent, response: { 200: DemandEvent } },
    },
    async ({ body, log }) => {
      if (body.until < body.from)
        throw new DomainError('not-valid', 'The event is not valid.', [{ path: '/until', message: 'is before it begins' }])
      const event = await addDemandEvent(db, body, clock.now())
      await askForForecast(queue, log)
      return event
    },
  )
}
