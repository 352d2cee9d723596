import { eq } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { user } from '../schema/user.ts'

/** The ids of all admins, locked until the transaction ends, so that two of them cannot remove each other at once. */
export const lockAdmins = async (tx: Transaction) => {
  const admins = await tx.select({ id: user.id }).from(user).where(eq(user.role, 'admin')).for('update')
  return admins.map(({ id }) => id)
}
