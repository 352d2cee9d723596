import { checkDeclaration } from '@lading/models/customs/declaration-check/check'
import { IdParams } from '@lading/shared/contract/common'
import { Declaration, DeclarationCheck, ShipmentDeclarationCheck } from '@lading/shared/contract/declaration-check'
import { declarationOf } from '@lading/store/postgres/declaration/declaration-of'
import { knownOf } from '@lading/store/postgres/declaration/known-of'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['customs']

/** What is wrong with the data of declarations, before anything leaves. Nothing is kept of what is asked. */
export const declarationCheckRoutes = async (app: App, { database: { db }, clock }: Dependencies) => {
  app.post(
    '/v1/declaration-check',
    {
      config: { access: 'operator', keys: ['quotes'] },
      schema: {
        tags,
        summary: 'Look at the data of a declaration before anything is booked',
        description:
          'What is wrong or missing, where, who says so and what to do. Looks at form, at rules of trade on the day of arrival, and at what was declared here before; about what is not known, nothing is claimed. Nothing is kept, and nothing here is legal advice.',
        body: Declaration,
        response: { 200: DeclarationCheck },
      },
    },
    async ({ body: { departsAt, ...said } }) => {
      const now = clock.now()
      const declaration = { ...said, departsAt: departsAt ? new Date(departsAt) : null }
      return { checkedAt: now.toISOString(), findings: checkDeclaration(declaration, await knownOf(db, declaration, { now })) }
    },
  )

  app.get(
    '/v1/shipments/:id/declaration-check',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'What is wrong with what will be declared of a shipment',
        params: IdParams,
        response: { 200: ShipmentDeclarationCheck },
      },
    },
    async ({ params: { id } }) => {
      const found = await declarationOf(db, id)
      if (!found) throw new DomainError('shipment-not-found', 'There is no such shipment.')
      const now = clock.now()
      const { declaration, hasDeparted } = found
      const findings = declaration ? checkDeclaration(declaration, await knownOf(db, declaration, { now, except: id })) : []
      const said = declaration && { ...declaration, departsAt: declaration.departsAt?.toISOString() ?? null }
      return { checkedAt: now.toISOString(), hasDeparted, declaration: said, findings }
    },
  )
}
