import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { partnerChange } from '../schema/partner.ts'
import { partner } from '../schema/partner-register.ts'

export type PartnerRow = typeof partner.$inferSelect
export type Who = { userId: string | null; now: Date }

/** More than that is a mistake of an import: the register is read as a whole. */
export const partnersMost = 5_000

export const noPartner = () => new DomainError('partner-not-found', 'There is no such partner.')

/** The partner, which nobody else changes until the transaction ends. */
export const lockPartner = async (tx: Transaction, code: string): Promise<PartnerRow> => {
  const [found] = await tx.select().from(partner).where(eq(partner.code, code)).for('update')
  if (!found) throw noPartner()
  return found
}

export const noteChange = async (
  tx: Db | Transaction,
  partnerCode: string,
  kind: (typeof partnerChange.$inferInsert)['kind'],
  changes: Record<string, unknown>,
  { userId, now }: Who,
) => {
  await tx.insert(partnerChange).values({ partnerCode, kind, changes, at: now, by: userId })
}
