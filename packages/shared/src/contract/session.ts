import Type from 'typebox'
import { roles } from '../domain/role.ts'
import { Id } from './common.ts'

export const SessionRequest = Type.Object({
  email: Type.String({ format: 'email', maxLength: 254 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
})
export type SessionRequest = Type.Static<typeof SessionRequest>

/** Answer of `POST /v1/session` and `GET /v1/session`; the session itself is an HttpOnly cookie. */
export const Session = Type.Object({ id: Id, email: Type.String(), name: Type.String(), role: Type.Enum([...roles]) })
export type Session = Type.Static<typeof Session>
