import swagger from '@fastify/swagger'
import { Problem } from '@lading/shared/contract/common'
import type { FastifySchema } from 'fastify'
import plugin from 'fastify-plugin'
import type { Access } from './access.ts'
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
            session: { type: 'apiKey', in: 'cookie', name: cookieName },
            device: { type: 'http', scheme: 'basic', description: 'name and secret of a device' },
          },
        },
      },
      refResolver: { buildLocalReference: (json, _, __, index) => String(json.$id ?? `schema-${index}`) },
      transform: ({ schema, url, route }) => ({ schema: describe(schema ?? {}, route.config), url }),
    })
  },
  { name: 'openapi' },
)

const describe = (schema: FastifySchema, { access = 'public', devices }: { access?: Access; devices?: true } = {}) => ({
  ...schema,
  response: { ...(schema.response as object), default: problemAnswer },
  security: securityOf(access, devices),
  'x-access': access,
})

const securityOf = (access: Access, devices = false): Record<string, string[]>[] =>
  access === 'public' ? [] : devices ? [{ session: [] }, { device: [] }] : [{ session: [] }]

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
