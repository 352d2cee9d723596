import { and, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { savedView } from '../schema/saved-view.ts'
import { user } from '../schema/user.ts'
import { lockAdmins } from './lock-admins.ts'

/** Removes a person, whatever sessions there are and views that nobody else sees. Somebody has to stay admin. */
export const removeUser = (db: Db, id: string) =>
  db.transaction(async (tx) => {
    const admins = await lockAdmins(tx)
    if (admins.length === 1 && admins[0] === id) throw new DomainError('last-admin', 'The last admin cannot be removed.')
    await tx.delete(savedView).where(and(eq(savedView.ownerId, id), eq(savedView.shared, false)))
    const removed = await tx.delete(user).where(eq(user.id, id)).returning({ id: user.id })
    if (removed.length === 0) throw new DomainError('user-not-found', 'There is no such person.')
  })
