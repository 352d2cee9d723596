import type { Person } from '@lading/shared/contract/person'
import { asc, isNull } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { user } from '../schema/user.ts'

/** All staff, without how they sign in. */
export const listPeople = (db: Db): Promise<Person[]> =>
  db
    .select({ id: user.id, name: user.name, role: user.role })
    .from(user)
    .where(isNull(user.partnerCode))
    .orderBy(asc(user.name), asc(user.id))
