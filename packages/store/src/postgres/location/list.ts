import type { Location } from '@lading/shared/contract/location'
import { asc } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { location } from '../schema/location.ts'

/** Every place, in the order of its code. */
export const listLocations = (db: Db): Promise<Location[]> => db.select().from(location).orderBy(asc(location.code))
