import Type from 'typebox'
import { roles, staffRoles } from '../domain/role.ts'
import { Id, Instant, nullable } from './common.ts'
import { PartnerCode } from './partner-code.ts'

const Email = Type.String({ format: 'email', maxLength: 254 })
const Name = Type.String({ minLength: 1, maxLength: 120 })
/** Length is what counts (NIST SP 800-63B); what it is made of is left to people. */
const Password = Type.String({ minLength: 12, maxLength: 200 })

export const User = Type.Object({
  id: Id,
  email: Type.String(),
  name: Type.String(),
  role: Type.Enum([...roles]),
  partner: nullable(Type.String({ description: 'the code of the partner that a person of the role partner is of' })),
  createdAt: Instant,
})
export type User = Type.Static<typeof User>

export const NewUser = Type.Object(
  {
    email: Email,
    name: Name,
    role: Type.Enum([...roles]),
    partner: Type.Optional(Type.String({ ...PartnerCode, description: 'of whom the person is; for the role partner, and for no other' })),
    password: Password,
  },
  { additionalProperties: false },
)
export type NewUser = Type.Static<typeof NewUser>

/** Fields left out stay as they are. A new password or role ends the sessions of that person. Who is of a partner stays that. */
export const UserChange = Type.Partial(Type.Object({ name: Name, role: Type.Enum([...staffRoles]), password: Password }), {
  additionalProperties: false,
})

export const PasswordChange = Type.Object(
  { password: Type.String({ minLength: 1, maxLength: 200 }), newPassword: Password },
  { additionalProperties: false },
)
