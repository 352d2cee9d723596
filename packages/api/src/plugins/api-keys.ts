import type { KeyScope } from '@lading/shared/domain/api-key'
import { type KnownKey, recogniseKeys } from '@lading/store/postgres/api-key/recognise'
import { isApiKeyToken } from '@lading/store/postgres/api-key/token'
import type { Database } from '@lading/store/postgres/open'
import { secretHash } from '@lading/store/postgres/secret'
import plugin from 'fastify-plugin'
import { askTogether } from '../ask-together.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key needs to call it, any of these; none: no key reaches it. Left out: `read` for what a viewer may read. */
    keys?: readonly KeyScope[]
  }
  interface FastifyRequest {
    /** What came as `Authorization: Bearer`, whether anybody has that key or not. */
    bearer: string | undefined
    apiKey: KnownKey | undefined
  }
}

/** Knows which program sends a request from its key. Whoever sends one is that program and nobody else, whatever cookie comes along. */
export const apiKeys = plugin(
  async (app, { sql }: Pick<Database, 'sql'>) => {
    const recognise = askTogether((hashes) => recogniseKeys(sql, hashes))
    app.decorateRequest('bearer', undefined)
    app.decorateRequest('apiKey', undefined)
    app.addHook('onRequest', async (request) => {
      const [, bearer] = /^Bearer (\S{1,500})$/i.exec(request.headers.authorization ?? '') ?? []
      if (bearer === undefined || !request.url.startsWith('/v1/')) return
      request.bearer = bearer
      // What is no key by its form is known to be none without asking.
      if (isApiKeyToken(bearer)) request.apiKey = await recognise(secretHash(bearer))
    })
  },
  { name: 'api-keys' },
)
