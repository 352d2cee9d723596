import { IdParams } from '@lading/shared/contract/common'
import { NewUser, User, UserChange } from '@lading/shared/contract/user'
import type { Role } from '@lading/shared/domain/role'
import { DomainError } from '@lading/store/postgres/domain-error'
import { registeredAs } from '@lading/store/postgres/partner/registered'
import { addUser } from '@lading/store/postgres/user/add'
import { changeUser } from '@lading/store/postgres/user/change'
import { findByEmail } from '@lading/store/postgres/user/find-by-email'
import { listUsers } from '@lading/store/postgres/user/list'
import { hashPassword } from '@lading/store/postgres/user/password'
import { removeUser } from '@lading/store/postgres/user/remove'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['users']
const config = { access: 'admin' } as const

/** The people who may sign in. */
export const userRoutes = async (app: App, { database: { db } }: Dependencies) => {
  // The role says who has a partner: one without the other is a slip that would show too much or nothing.
  const partnerOf = async (role: Role, partner: string | undefined) => {
    if ((role === 'partner') !== (partner !== undefined))
      throw new DomainError('not-valid', 'Who has the role partner is of a partner, and nobody else is.', [
        { path: partner === undefined ? '/partner' : '/role', message: partner === undefined ? 'is missing' : 'is not partner' },
      ])
    return partner === undefined ? null : (await registeredAs(db, partner)).code
  }

  app.get('/v1/users', { config, schema: { tags, summary: 'Everybody who may sign in', response: { 200: Type.Array(User) } } }, async () =>
    (await listUsers(db)).map(toUser),
  )

  app.post(
    '/v1/users',
    {
      config,
      schema: { tags, summary: 'Let a person in: one of the staff, or somebody of a partner', body: NewUser, response: { 201: User } },
    },
    async ({ body: { email, name, role, partner, password } }, reply) => {
      const partnerCode = await partnerOf(role, partner)
      const added = await addUser(db, { email, name, role, partnerCode, passwordHash: await hashPassword(password) })
      const user = await findByEmail(db, email)
      if (!added || !user) throw new DomainError('email-taken', `Somebody has the e-mail address ${email} already.`)
      return reply.code(201).send(toUser(user))
    },
  )

  app.patch(
    '/v1/users/:id',
    { config, schema: { tags, summary: 'Change name, role or password', params: IdParams, body: UserChange, response: { 200: User } } },
    async ({ params: { id }, body: { name, role, password } }) =>
      toUser(await changeUser(db, id, { name, role, passwordHash: password && (await hashPassword(password)) })),
  )

  app.delete(
    '/v1/users/:id',
    { config, schema: { tags, summary: 'Let a person in no longer', params: IdParams, response: { 204: Type.Null() } } },
    async ({ params: { id } }, reply) => {
      await removeUser(db, id)
      return reply.code(204).send(null)
    },
  )
}

type Row = Omit<User, 'createdAt' | 'partner'> & { partnerCode: string | null; createdAt: Date }
const toUser = ({ id, email, name, role, partnerCode: partner, createdAt }: Row): User => ({
  ...{ id, email, name, role, partner },
  createdAt: createdAt.toISOString(),
})
