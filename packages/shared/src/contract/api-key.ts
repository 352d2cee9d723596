import Type from 'typebox'
import { keyScopes } from '../domain/api-key.ts'
import { Id, nullable } from './common.ts'

const WallTime = Type.String({ format: 'date-time', description: 'wall time' })
const Scopes = Type.Array(Type.Enum([...keyScopes]), {
  minItems: 1,
  uniqueItems: true,
  description:
    '`read`: what a viewer may read; `quotes`: landed costs and declaration checks; `shipments`: announce and change shipments, their customs and links',
})
const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S', description: 'whose it is or what for' })

/** A key with which a program calls the api, without the key itself. */
export const ApiKey = Type.Object({
  id: Id,
  name: Type.String(),
  hint: Type.String({ description: 'how the key begins' }),
  scopes: Scopes,
  createdAt: WallTime,
  createdBy: nullable(Type.Object({ id: Id, name: Type.String() })),
  expiresAt: WallTime,
  lastUsedAt: nullable(Type.String({ format: 'date-time', description: 'to the minute; wall time' })),
  revokedAt: nullable(WallTime),
})
export type ApiKey = Type.Static<typeof ApiKey>

export const NewApiKey = Type.Object(
  {
    name: Name,
    scopes: Scopes,
    expiresInDays: Type.Integer({ minimum: 1, maximum: 730, description: 'of 24 hours, from now on' }),
  },
  { additionalProperties: false },
)
export type NewApiKey = Type.Static<typeof NewApiKey>

/** `secret` is the key, shown here once and never again: Lading keeps only its hash. */
export const ApiKeySecret = Type.Object({ key: ApiKey, secret: Type.String() })
export type ApiKeySecret = Type.Static<typeof ApiKeySecret>
