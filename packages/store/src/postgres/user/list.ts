import { asc } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { user } from '../schema/user.ts'

/** What may be said of a person: everything but the password's hash. */
export const userColumns = {
  ...{ id: user.id, email: user.email, name: user.name, role: user.role },
  ...{ partnerCode: user.partnerCode, createdAt: user.createdAt },
}

export const listUsers = (db: Db) => db.select(userColumns).from(user).orderBy(asc(user.email))
