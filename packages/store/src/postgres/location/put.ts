import type { Location } from '@lading/shared/contract/location'
import type { Db } from '../open.ts'
import { location } from '../schema/location.ts'

/** Adds the place, or changes it where it is known already. */
export const putLocation = async (db: Db, { code, ...rest }: Location) => {
  await db
    .insert(location)
    .values({ code, ...rest })
    .onConflictDoUpdate({ target: location.code, set: rest })
}
