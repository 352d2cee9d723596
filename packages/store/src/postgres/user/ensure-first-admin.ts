import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { user } from '../schema/user.ts'
import { addUser } from './add.ts'

/** Makes sure that somebody can sign in. Where there is an admin already nothing changes; answers whether one was added. */
export const ensureFirstAdmin = async (db: Db, admin: { email: string; name: string; passwordHash: string }) => {
  const admins = await db.select({ id: user.id }).from(user).where(eq(user.role, 'admin')).limit(1)
  return admins.length === 0 && (await addUser(db, { ...admin, role: 'admin' }))
}
