import swagger from '@fastify/swagger'
import { Problem } from '@lading/shared/contract/common'
import type { KeyScope } from '@lading/shared/domain/api-key'
import type { FastifySchema } from 'fastify'
import plugin from 'fastify-plugin'
import type { Access } from './access.ts'
import { scopesFor } from './access.ts'
import { cookieName } from './sessions.ts'

const problemAnswer = {
  description: 'Anything else is a problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
}

/** Writes down every route as OpenAPI 3.1, made from the schemas that also validate. */
export const openapi = plugin(
  async (app) => {
    app.addSchema(Problem)
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: 'Lading', version: '1', description: 'Tracks goods across borders.' },
        components: {
          securitySchemes: {
            session: { type: 'apiKey', in: 'cookie', name: cookieName, description: `where people come by https: __Host-${cookieName}` },
            key: {
              type: 'http',
              scheme: 'bearer',
              bearerFormat: 'lading_ and 36 letters and digits',
              description: 'the key of a program, made by an administrator; each route names the scope that it takes',
            },
            device: { type: 'http', scheme: 'basic', description: 'name and secret of a device' },
          },
        },
      },
      refResolver: { buildLocalReference: (json, _, __, index) => String(json.$id ?? `schema-${index}`) },
      transform: ({ schema, url, route }) => ({ schema: describe(schema ?? {}, String(route.method), route.config), url }),
    })
  },
  { name: 'openapi' },
)

type Config = { access?: Access; devices?: true; keys?: readonly KeyScope[] }

const describe = (schema: FastifySchema, method: string, config: Config = {}) => ({
  ...schema,
  response: { ...(schema.response as object), default: problemAnswer },
  security: securityOf(method, config),
  'x-access': config.access ?? 'public',
})

/** Each of these is enough by itself. */
const securityOf = (method: string, config: Config): Record<string, string[]>[] => {
  const { access = 'public', devices } = config
  if (access === 'public') return []
  const keys = scopesFor(method, config).map((scope) => ({ key: [scope] }))
  return [{ session: [] }, ...keys, ...(devices ? [{ device: [] }] : [])]
}

/** Draft 7 writes a tuple as a list in `items`; JSON Schema 2020-12, which OpenAPI 3.1 speaks, as `prefixItems`. */
export const withPrefixItems = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withPrefixItems)
  if (value === null || typeof value !== 'object') return value
  const { additionalItems, ...rest } = value as Record<string, unknown>
  const entries = Object.entries(rest).map(([key, inner]) => [key, withPrefixItems(inner)])
  const walked: Record<string, unknown> = Object.fromEntries(entries)
  if (!Array.isArray(rest.items)) return additionalItems === undefined ? walked : { ...walked, additionalItems }
  const { items, ...others } = walked
  return { ...others, prefixItems: items, items: additionalItems ?? true }
}
