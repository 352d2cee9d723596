import type { StaffRole } from '@lading/shared/domain/role'
import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { session } from '../schema/session.ts'
import { user } from '../schema/user.ts'
import { userColumns } from './list.ts'
import { lockAdmins } from './lock-admins.ts'

type Change = { name?: string | undefined; role?: StaffRole | undefined; passwordHash?: string | undefined }

/** Changes a person. A new role or password ends that person's sessions. Somebody has to stay admin, and who is of a partner stays that. */
export const changeUser = (db: Db, id: string, { name, role, passwordHash }: Change) =>
  db.transaction(async (tx) => {
    const admins = await lockAdmins(tx)
    if (role && role !== 'admin' && admins.length === 1 && admins[0] === id)
      throw new DomainError('last-admin', 'The last admin cannot become something else.')
    const [before] = await tx.select({ role: user.role }).from(user).where(eq(user.id, id)).for('update')
    if (role && before?.role === 'partner')
      throw new DomainError('not-valid', 'Who is of a partner cannot become one of the staff.', [
        { path: '/role', message: 'cannot be changed' },
      ])
    const [changed] = await tx
      .update(user)
      .set({ id, ...(name !== undefined && { name }), ...(role && { role }), ...(passwordHash && { passwordHash }) })
      .where(eq(user.id, id))
      .returning(userColumns)
    if (!changed) throw new DomainError('user-not-found', 'There is no such person.')
    if (role || passwordHash) await tx.delete(session).where(eq(session.userId, id))
    return changed
  })
