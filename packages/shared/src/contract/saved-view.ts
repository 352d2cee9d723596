import Type from 'typebox'
import { Id, nullable } from './common.ts'

const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })
const Query = Type.String({
  maxLength: 2000,
  pattern: '^[!-~]*$',
  description: 'filters and order, as the address of the map has them after its `?`; what a later version does not know, it leaves out',
})

/** Filters and order under a name: of one person, or for everybody. */
export const SavedView = Type.Object({
  id: Id,
  name: Name,
  query: Query,
  shared: Type.Boolean(),
  owner: nullable(Type.Object({ id: Id, name: Type.String() }, { description: 'null: somebody who is gone' })),
  isDefault: Type.Boolean({ description: 'whether your map opens with it' }),
})
export type SavedView = Type.Static<typeof SavedView>

export const NewSavedView = Type.Object(
  { name: Name, query: Query, shared: Type.Optional(Type.Boolean({ description: 'takes the role operator' })) },
  { additionalProperties: false },
)
export type NewSavedView = Type.Static<typeof NewSavedView>

/** Fields left out stay as they are. */
export const SavedViewChange = Type.Partial(Type.Object({ name: Name, query: Query, shared: Type.Boolean() }), {
  additionalProperties: false,
})
export type SavedViewChange = Type.Static<typeof SavedViewChange>

export const DefaultView = Type.Object({ id: nullable(Id) }, { additionalProperties: false })
