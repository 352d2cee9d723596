import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { location } from '../schema/location.ts'
import { warehouse } from '../schema/product.ts'

/** From now on stock is kept at this place. Adding twice changes nothing. */
export const addWarehouse = async (db: Db, code: string, now: Date) => {
  const [place] = await db.select({ kind: location.kind }).from(location).where(eq(location.code, code))
  const problem = place ? (place.kind === 'warehouse' ? undefined : `is a ${place.kind}`) : `there is no location ${code}`
  if (problem)
    throw new DomainError('not-valid', 'Stock is kept at a location of the kind warehouse.', [{ path: '/code', message: problem }])
  await db.insert(warehouse).values({ code, createdAt: now }).onConflictDoNothing()
}
