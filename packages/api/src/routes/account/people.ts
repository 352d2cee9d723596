import { Person } from '@lading/shared/contract/person'
import { listPeople } from '@lading/store/postgres/user/people'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

/** Who work can be given to, and who did what. */
export const peopleRoutes = async (app: App, { database: { db } }: Dependencies) => {
  app.get(
    '/v1/people',
    {
      config: { access: 'viewer', keys: [] },
      schema: { tags: ['users'], summary: 'Names and roles of everybody who may sign in', response: { 200: Type.Array(Person) } },
    },
    () => listPeople(db),
  )
}
