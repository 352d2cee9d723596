import type { Person } from '@lading/shared/contract/person'
import { asc } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { user } from '../schema/user.ts'

/** Everybody who may sign in, without how. */
export const listPeople = (db: Db): Promise<Person[]> =>
  db.select({ id: user.id, name: user.name, role: user.role }).from(user).orderBy(asc(user.name), asc(user.id))
