import Type from 'typebox'
import { roles } from '../domain/role.ts'
import { Id } from './common.ts'

/** A colleague as everybody who is signed in may see them. */
export const Person = Type.Object({ id: Id, name: Type.String(), role: Type.Enum([...roles]) })
export type Person = Type.Static<typeof Person>
