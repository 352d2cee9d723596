import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { user } from '../schema/user.ts'

export const findByEmail = async (db: Db, email: string) => {
  const [found] = await db.select().from(user).where(eq(user.email, email.toLowerCase()))
  return found
}
