import type { HazardChange } from '@lading/shared/contract/hazard'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Who } from '../alert/act.ts'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { hazard } from '../schema/hazard.ts'

/** Changes what is given, unless somebody else changed the hazard since it was looked at. An area has been checked. */
export const changeHazard = (db: Db, id: string, { version, title, validFrom, validUntil, ...plain }: HazardChange, { userId, now }: Who) =>
  db.transaction(async (tx) => {
    const before = await lockHazard(tx, id)
    if (before.version !== version)
      throw new DomainError('area-changed', 'Somebody changed it meanwhile. Look at it again.', [
        { path: '/version', message: `is ${before.version} now` },
      ])
    const from = validFrom ? new Date(validFrom) : before.validFrom
    const until = validUntil === undefined ? before.validUntil : validUntil === null ? null : new Date(validUntil)
    if (until && until <= from)
      throw new DomainError('not-valid', 'The hazard is not valid.', [{ path: '/validUntil', message: 'is not after the beginning' }])
    await tx
      .update(hazard)
      .set({
        ...plain,
        ...(title !== undefined && { title: title.trim() }),
        ...{ validFrom: from, validUntil: until, version: before.version + 1, updatedAt: now, updatedBy: userId },
      })
      .where(eq(hazard.id, id))
  })

/** Takes a hazard away, as if it had never been told; one that is over is rather given an end. */
export const removeHazard = (db: Db, id: string, { userId, now }: Who) =>
  db.transaction(async (tx) => {
    await lockHazard(tx, id)
    await tx
      .update(hazard)
      .set({ removedAt: now, updatedAt: now, updatedBy: userId, version: sql`${hazard.version} + 1` })
      .where(eq(hazard.id, id))
  })

const lockHazard = async (tx: Transaction, id: string) => {
  const [found] = await tx
    .select()
    .from(hazard)
    .where(and(eq(hazard.id, id), isNull(hazard.removedAt)))
    .for('update')
  if (!found) throw noHazard()
  return found
}

export const noHazard = () => new DomainError('hazard-not-found', 'There is no such hazard.')
