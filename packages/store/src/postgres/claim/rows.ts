import type { Claim, ClaimEntry } from '@lading/shared/contract/claim'
import { claimDeadlines, deadlineStateOf, nextOf } from '@lading/shared/domain/claim'
import { and, asc, eq } from 'drizzle-orm'
import { follow } from '../../claim/chain.ts'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import type { Who } from '../partner/known.ts'
import { claim, claimEntry } from '../schema/claim.ts'
import { partner } from '../schema/partner-register.ts'
import { shipment } from '../schema/shipment.ts'
import { purchaseOrder } from '../schema/supply.ts'

export type ClaimRow = typeof claim.$inferSelect
/** Who does it: a person, who speaks for a partner where `partner` is its code, and for us otherwise. A partner sees and moves only its own. */
export type Actor = Who & { partner?: string | undefined }

export const noClaim = () => new DomainError('claim-not-found', 'There is no such claim.')
export const notValid = (path: string, message: string) => new DomainError('not-valid', 'The claim is not valid.', [{ path, message }])

export const selectClaims = (db: Db | Transaction) =>
  db
    .select({ claim, partnerName: partner.name, trackingNumber: shipment.trackingNumber, orderNumber: purchaseOrder.number })
    .from(claim)
    .innerJoin(partner, eq(partner.code, claim.partnerCode))
    .leftJoin(shipment, eq(shipment.id, claim.shipmentId))
    .leftJoin(purchaseOrder, eq(purchaseOrder.id, claim.orderId))
    .$dynamic()

type Selected = Awaited<ReturnType<typeof selectClaims>>[number]

export const toClaim = ({ claim: row, partnerName, trackingNumber, orderNumber }: Selected, now: Date): Claim => {
  const { id, number, kind, state, partnerCode, shipmentId, orderId, evidenceId, currency, description, decision, dueAt } = row
  const money = (minorUnits: number | null) => (minorUnits === null || currency === null ? null : { minorUnits, currency })
  return {
    ...{ id, number, kind, state, partner: { code: partnerCode, name: partnerName }, evidenceId, decision, description },
    shipment: shipmentId && trackingNumber ? { id: shipmentId, trackingNumber } : null,
    order: orderId && orderNumber ? { id: orderId, number: orderNumber } : null,
    ...{ claimed: money(row.claimedMinorUnits), offered: money(row.offeredMinorUnits), agreed: money(row.agreedMinorUnits) },
    decidedAt: row.decidedAt?.toISOString() ?? null,
    openedAt: row.openedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    dueFrom: claimDeadlines[state]?.side ?? null,
    deadline: dueAt && deadlineStateOf(dueAt, now),
    lateAt: (row.lateAt ?? (isLate(row, now) ? dueAt : null))?.toISOString() ?? null,
    next: nextOf(row),
    ...{ entries: row.entries, head: row.head },
  }
}

/** Whether the respondent has let the deadline pass that runs. */
export const isLate = ({ state, dueAt }: ClaimRow, now: Date) =>
  claimDeadlines[state]?.side === 'respondent' && dueAt !== null && dueAt < now

/** The claim, which nobody else changes until the transaction ends; of another partner than the one who asks there is none. */
export const lockClaim = async (tx: Transaction, id: string, { partner: code }: Actor): Promise<ClaimRow> => {
  const isItsOwn = code === undefined ? undefined : eq(claim.partnerCode, code)
  const [found] = await tx
    .select()
    .from(claim)
    .where(and(eq(claim.id, id), isItsOwn))
    .for('update')
  if (!found) throw noClaim()
  return found
}

export const entriesOfClaim = async (db: Db | Transaction, id: string): Promise<ClaimEntry[]> => {
  const rows = await db.select().from(claimEntry).where(eq(claimEntry.claimId, id)).orderBy(asc(claimEntry.sequence))
  return rows.map(({ claimId: _, at, ...row }) => ({ ...row, at: at.toISOString() }))
}

type Written = { kind: ClaimEntry['kind']; body: Record<string, unknown> }

/** Writes down what follows; the claim is locked by whoever calls, so that nothing else follows the same. */
export const addEntry = async (
  tx: Transaction,
  { id, entries, head }: Pick<ClaimRow, 'id' | 'entries' | 'head'>,
  { kind, body }: Written,
  { userId, partner: code = undefined, now }: Actor,
): Promise<ClaimEntry> => {
  const last = entries === 0 ? undefined : { sequence: entries, hash: head }
  // As it is read again: what is undefined would not be.
  const kept = JSON.parse(JSON.stringify(body)) as Record<string, unknown>
  const entry = follow(id, last, { at: now.toISOString(), by: userId, partner: code ?? null, kind, body: kept })
  await tx.insert(claimEntry).values({ ...entry, claimId: id, at: now })
  await tx.update(claim).set({ entries: entry.sequence, head: entry.hash }).where(eq(claim.id, id))
  return entry
}

/** What somebody wrote, as the database can keep it. */
export const plain = (text: string) => text.replaceAll('\u0000', '').trim().toWellFormed()
