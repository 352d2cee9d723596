import { and, gt, isNull, or } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Transaction } from '../open.ts'
import { hazard } from '../schema/hazard.ts'

/** Each is held against the way ahead of every shipment; more at once is a mistake of an import. */
const hazardsMost = 2000

/** Refuses so many more than are kept that are not over. */
export const refuseTooMany = async (tx: Transaction, more: number, now: Date) => {
  const current = and(isNull(hazard.removedAt), or(isNull(hazard.validUntil), gt(hazard.validUntil, now)))
  if (more > 0 && (await tx.$count(hazard, current)) + more > hazardsMost)
    throw new DomainError('too-many-hazards', `At most ${hazardsMost} hazards are kept at a time. Remove some first.`)
}
