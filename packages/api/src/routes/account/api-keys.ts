import { ApiKey, ApiKeySecret, NewApiKey } from '@lading/shared/contract/api-key'
import { IdParams } from '@lading/shared/contract/common'
import { addApiKey } from '@lading/store/postgres/api-key/add'
import { getApiKey, listApiKeys } from '@lading/store/postgres/api-key/list'
import { revokeApiKey } from '@lading/store/postgres/api-key/revoke'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['users']
const config = { access: 'admin' } as const

/** Keys with which programs call the api. Only people give them out: no key makes another. */
export const apiKeyRoutes = async (app: App, { database: { db } }: Dependencies) => {
  app.get(
    '/v1/api-keys',
    { config, schema: { tags, summary: 'The keys of programs, also those that ended', response: { 200: Type.Array(ApiKey) } } },
    () => listApiKeys(db),
  )

  app.post(
    '/v1/api-keys',
    {
      config,
      schema: {
        tags,
        summary: 'Make a key for a program; it is shown once',
        description: 'The program sends it as `Authorization: Bearer`. The routes that it reaches say the scope that they take.',
        body: NewApiKey,
        response: { 201: ApiKeySecret },
      },
    },
    async ({ body, signedIn }, reply) => {
      const { id, secret } = await addApiKey(db, body, (signedIn as SignedIn).userId)
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ key: await getApiKey(db, id), secret })
    },
  )

  app.post(
    '/v1/api-keys/:id/revoke',
    { config, schema: { tags, summary: 'Refuse a key from now on, for good', params: IdParams, response: { 200: ApiKey } } },
    async ({ params: { id } }) => {
      await revokeApiKey(db, id)
      return getApiKey(db, id)
    },
  )
}
