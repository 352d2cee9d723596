import type { CountryEventChange, NewCountryEvent } from '@lading/shared/contract/risk'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Who } from '../alert/act.ts'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { markStale } from '../risk/mark-stale.ts'
import { countryEvent } from '../schema/risk.ts'

/** Keeps an event; what passes through its country is looked at anew. */
export const addCountryEvent = (
  db: Db,
  { validFrom, validUntil, title, ...plain }: NewCountryEvent,
  { userId, now }: Who,
): Promise<string> =>
  db.transaction(async (tx) => {
    const times = checkTimes(validFrom ? new Date(validFrom) : now, validUntil ? new Date(validUntil) : null)
    const [row] = await tx
      .insert(countryEvent)
      .values({ ...plain, ...times, title: title.trim(), createdAt: now, createdBy: userId, updatedAt: now, updatedBy: userId })
      .returning({ id: countryEvent.id })
    await markStale(tx, { countries: [plain.country] })
    return (row as { id: string }).id
  })

/** Changes what is given, unless somebody else changed the event since it was looked at. */
export const changeCountryEvent = (
  db: Db,
  id: string,
  { version, validFrom, validUntil, title, ...plain }: CountryEventChange,
  { userId, now }: Who,
) =>
  db.transaction(async (tx) => {
    const before = await lock(tx, id)
    if (before.version !== version)
      throw new DomainError('country-event-changed', 'Somebody changed it meanwhile. Look at it again.', [
        { path: '/version', message: `is ${before.version} now` },
      ])
    const times = checkTimes(
      validFrom ? new Date(validFrom) : before.validFrom,
      validUntil === undefined ? before.validUntil : validUntil === null ? null : new Date(validUntil),
    )
    await tx
      .update(countryEvent)
      .set({
        ...{ ...plain, ...times, version: before.version + 1, updatedAt: now, updatedBy: userId },
        ...(title !== undefined && { title: title.trim() }),
      })
      .where(eq(countryEvent.id, id))
    await markStale(tx, { countries: [before.country, ...(plain.country ? [plain.country] : [])] })
  })

/** Takes an event away, as if it had never been told; one that is over is rather given an end. */
export const removeCountryEvent = (db: Db, id: string, { userId, now }: Who) =>
  db.transaction(async (tx) => {
    const { country } = await lock(tx, id)
    await tx
      .update(countryEvent)
      .set({ removedAt: now, updatedAt: now, updatedBy: userId, version: sql`${countryEvent.version} + 1` })
      .where(eq(countryEvent.id, id))
    await markStale(tx, { countries: [country] })
  })

const checkTimes = (validFrom: Date, validUntil: Date | null) => {
  if (validUntil && validUntil <= validFrom)
    throw new DomainError('not-valid', 'The event is not valid.', [{ path: '/validUntil', message: 'is not after the beginning' }])
  return { validFrom, validUntil }
}

const lock = async (tx: Transaction, id: string) => {
  const [found] = await tx
    .select()
    .from(countryEvent)
    .where(and(eq(countryEvent.id, id), isNull(countryEvent.removedAt)))
    .for('update')
  if (!found) throw noCountryEvent()
  return found
}

export const noCountryEvent = () => new DomainError('country-event-not-found', 'There is no such event.')
