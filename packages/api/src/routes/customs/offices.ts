import { CustomsOffice, CustomsOffices, NewCustomsOffice } from '@lading/shared/contract/customs'
import { Location } from '@lading/shared/contract/location'
import { listOffices } from '@lading/store/postgres/customs-office/list'
import { putOffice } from '@lading/store/postgres/customs-office/put'
import { removeOffice } from '@lading/store/postgres/customs-office/remove'
import { DomainError } from '@lading/store/postgres/domain-error'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { checkHours } from '../../customs/check-hours.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['customs']
const CodeParams = Type.Object({ code: Location.properties.code })

/** When customs works at a place; where nothing is said, it is taken to work around the clock. */
export const customsOfficeRoutes = async (app: App, { database: { db } }: Dependencies) => {
  app.get(
    '/v1/customs/offices',
    { config: { access: 'viewer' }, schema: { tags, summary: 'When customs offices work', response: { 200: CustomsOffices } } },
    async () => ({
      items: (await listOffices(db)).map(({ code, hours, closedOnHolidays }) => ({ code, hours, closedOnHolidays })),
    }),
  )

  app.put(
    '/v1/customs/offices/:code',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Say when the customs office of a place works',
        params: CodeParams,
        body: NewCustomsOffice,
        response: { 200: CustomsOffice },
      },
    },
    async ({ params: { code }, body: { hours, closedOnHolidays = true } }) => {
      const issues = checkHours(hours)
      if (issues.length > 0) throw new DomainError('not-valid', 'The hours are not valid.', issues)
      const office = { code, hours, closedOnHolidays }
      await putOffice(db, office)
      return office
    },
  )

  app.delete(
    '/v1/customs/offices/:code',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Forget when an office works', params: CodeParams, response: { 204: Type.Null() } },
    },
    async ({ params: { code } }, reply) => {
      await removeOffice(db, code)
      return reply.code(204).send(null)
    },
  )
}
