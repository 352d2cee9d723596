import type { Role } from '@lading/shared/domain/role'
import type { Db } from '../open.ts'
import { user } from '../schema/user.ts'

export type NewUser = { email: string; name: string; role: Role; passwordHash: string; partnerCode?: string | null }

/** Adds a person, unless someone has the e-mail address already; answers whether it did. */
export const addUser = async (db: Db, { email, ...rest }: NewUser) => {
  const added = await db
    .insert(user)
    .values({ ...rest, email: email.toLowerCase() })
    .onConflictDoNothing()
    .returning({ id: user.id })
  return added.length > 0
}
