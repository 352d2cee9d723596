import { randomUUID } from 'node:crypto'
import type { NewClaim } from '@lading/shared/contract/claim'
import { type ClaimState, claimDeadlines } from '@lading/shared/domain/claim'
import { isCurrency } from '@lading/shared/domain/money'
import { and, eq, isNotNull, or } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { noPartner, noteChange } from '../partner/known.ts'
import { claim } from '../schema/claim.ts'
import { partner } from '../schema/partner-register.ts'
import { shipment } from '../schema/shipment.ts'
import { purchaseOrder } from '../schema/supply.ts'
import { newTrackingNumber } from '../shipment/number.ts'
import { type Actor, addEntry, notValid, plain } from './rows.ts'

/**
 * Opens a claim about a shipment or an order, or, of a `score`, about a piece of evidence; answers its id. A partner may dispute its own
 * evidence and nothing else. Whether there is such a piece of evidence says whoever calls; `about` is what of it is to be written down.
 */
export const openClaim = (db: Db, wanted: NewClaim, actor: Actor, about: Record<string, unknown> = {}): Promise<string> =>
  db.transaction(async (tx) => {
    const { kind, partner: partnerCode, shipmentId = null, orderId = null, evidenceId = null, claimed } = wanted
    if (actor.partner !== undefined && (kind !== 'score' || partnerCode !== actor.partner))
      throw notValid('/kind', 'may be score, of evidence of your own')
    checkParts(wanted)
    await mustExist(tx, partnerCode, shipmentId, orderId)
    if (evidenceId !== null) await mustBeNew(tx, partnerCode, evidenceId)
    const dueAt = dueAfter('opened', wanted.dueBy, actor.now)
    const description = plain(wanted.description)
    const row = {
      ...{ id: randomUUID(), number: `C-${newTrackingNumber().slice(2)}`, kind, partnerCode, shipmentId, orderId, evidenceId, description },
      ...{
        claimedMinorUnits: claimed?.minorUnits ?? null,
        currency: claimed?.currency ?? null,
        openedAt: actor.now,
        dueAt,
        entries: 0,
        head: '',
      },
    }
    await tx.insert(claim).values(row)
    const { number, id } = row
    const body = {
      ...{ number, kind, partner: partnerCode, shipmentId, orderId, evidenceId, claimed: claimed ?? null, description, ...about },
      dueAt: dueAt?.toISOString(),
    }
    await addEntry(tx, row, { kind: 'opened', body }, actor)
    await noteChange(tx, partnerCode, kind === 'score' ? 'dispute-opened' : 'claim-opened', { claim: id, number }, actor)
    return id
  })

const checkParts = ({ kind, shipmentId, orderId, evidenceId, claimed }: NewClaim) => {
  if ((kind === 'score') !== (evidenceId !== undefined)) throw notValid('/evidenceId', 'belongs to a score, and to no other kind')
  if (kind === 'score' && claimed) throw notValid('/claimed', 'belongs to all kinds but score')
  if (kind !== 'score' && !claimed) throw notValid('/claimed', 'has to say how much')
  if (kind !== 'score' && (shipmentId === undefined) === (orderId === undefined))
    throw notValid('/shipmentId', 'or orderId has to be given, one of the two')
  if (claimed && !isCurrency(claimed.currency)) throw notValid('/claimed/currency', 'is no currency by ISO 4217')
}

const mustExist = async (tx: Transaction, partnerCode: string, shipmentId: string | null, orderId: string | null) => {
  if ((await tx.$count(partner, eq(partner.code, partnerCode))) === 0) throw noPartner()
  if (shipmentId && (await tx.$count(shipment, eq(shipment.id, shipmentId))) === 0)
    throw new DomainError('shipment-not-found', 'There is no such shipment.', [{ path: '/shipmentId', message: 'is unknown' }])
  if (orderId && (await tx.$count(purchaseOrder, eq(purchaseOrder.id, orderId))) === 0)
    throw new DomainError('purchase-order-not-found', 'There is no such purchase order.', [{ path: '/orderId', message: 'is unknown' }])
}

/** A piece of evidence is disputed once at a time. Two who do so at the same moment are told apart by the lock on the partner. */
const mustBeNew = async (tx: Transaction, partnerCode: string, evidenceId: string) => {
  await tx.select({ code: partner.code }).from(partner).where(eq(partner.code, partnerCode)).for('update')
  const isTold = or(isNotNull(claim.dueAt), eq(claim.decision, 'upheld'))
  const told = and(eq(claim.partnerCode, partnerCode), eq(claim.evidenceId, evidenceId), isTold)
  if ((await tx.$count(claim, told)) > 0) throw new DomainError('claim-state', 'This piece of evidence is disputed already.')
}

/** Until when the move after `state` is due; another day than the usual one lies ahead. */
export const dueAfter = (state: ClaimState, dueBy: string | undefined, now: Date): Date | null => {
  const usual = claimDeadlines[state]
  if (!usual) {
    if (dueBy) throw notValid('/dueBy', 'does not go with the end of a claim')
    return null
  }
  const due = dueBy ? new Date(dueBy) : new Date(now.getTime() + usual.days * 86_400_000)
  if (due <= now) throw notValid('/dueBy', 'has passed')
  return due
}
