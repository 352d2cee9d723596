import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { user } from '../schema/user.ts'
import { lockAdmins } from './lock-admins.ts'

/** Removes a person and whatever sessions there are. Somebody has to stay admin. */
export const removeUser = (db: Db, id: string) =>
  db.transaction(async (tx) => {
    const admins = await lockAdmins(tx)
    if (admins.length === 1 && admins[0] === id) throw new DomainError('last-admin', 'The last admin cannot be removed.')
    const removed = await tx.delete(user).where(eq(user.id, id)).returning({ id: user.id })
    if (removed.length === 0) throw new DomainError('user-not-found', 'There is no such person.')
  })
