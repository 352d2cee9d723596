import type { NewDutyBill } from '@lading/shared/contract/payment'
import { type ChargeKind, holdsMoney, mayBecome, type PaymentState, standingOf, stateAt } from '@lading/shared/domain/payment'
import { and, eq, isNull } from 'drizzle-orm'
import { touchShipment } from '../customs/open-entry.ts'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { dutyBill, payment } from '../schema/payment.ts'
import { legsOf } from '../shipment/legs.ts'
import { lockForDuties } from './lock.ts'

/** Platform time, and that of the wall, by which checkouts expire. */
export type Times = { now: Date; wallNow: Date }

export type BillLine = { kind: ChargeKind; name: string; minorUnits: number }
type Bill = Pick<NewDutyBill, 'dueUntil' | 'legSequence' | 'quoteId'> & { currency: string; lines: BillLine[]; by: string | null }

export type BillRow = typeof dutyBill.$inferSelect
export type PaymentRow = typeof payment.$inferSelect

export const standingBill = async (tx: Transaction, shipmentId: string): Promise<BillRow | undefined> => {
  const [bill] = await tx
    .select()
    .from(dutyBill)
    .where(and(eq(dutyBill.shipmentId, shipmentId), isNull(dutyBill.withdrawnAt)))
  return bill
}

/** How far a bill is, as of now. */
export const billState = (payments: Pick<PaymentRow, 'state' | 'openedAt' | 'expiresAt'>[], wallNow: Date): PaymentState =>
  standingOf(payments.map(({ state, openedAt, expiresAt }) => ({ state: stateAt({ state, expiresAt }, wallNow), openedAt })))

/**
 * Says what is due on a shipment; what was due before is withdrawn. Not while somebody is paying that or has paid it, and not where the
 * seller pays duties.
 */
export const recordBill = (db: Db, shipmentId: string, bill: Bill, times: Times) =>
  db.transaction(async (tx) => {
    const { incoterm } = await lockForDuties(tx, shipmentId)
    if (incoterm === 'DDP')
      throw new DomainError('nothing-due', 'Goods that are delivered duty paid leave nothing to pay to whoever receives them.')
    const { currency, lines, dueUntil = null, legSequence = null, quoteId = null, by } = bill
    if (legSequence !== null && !(await legsOf(tx, shipmentId)).some(({ sequence }) => sequence === legSequence))
      throw new DomainError('leg-not-found', `The shipment has no leg ${legSequence}.`, [
        { path: '/legSequence', message: 'is none of it' },
      ])
    await withdraw(tx, shipmentId, times)
    const total = lines.reduce((sum, { minorUnits }) => sum + minorUnits, 0)
    await tx
      .insert(dutyBill)
      .values({ shipmentId, currency, lines, total, dueUntil, legSequence, quoteId, recordedBy: by, recordedAt: times.now })
    await touchShipment(tx, shipmentId, times.now)
  })

/** Nothing is due any more. Not while somebody is paying it or has paid it. */
export const withdrawBill = (db: Db, shipmentId: string, times: Times) =>
  db.transaction(async (tx) => {
    await lockForDuties(tx, shipmentId)
    if (!(await withdraw(tx, shipmentId, times))) throw new DomainError('bill-not-found', 'Nothing is due on this shipment.')
    await touchShipment(tx, shipmentId, times.now)
  })

const withdraw = async (tx: Transaction, shipmentId: string, { now, wallNow }: Times) => {
  const bill = await standingBill(tx, shipmentId)
  if (!bill) return false
  const state = billState(await tx.select().from(payment).where(eq(payment.billId, bill.id)), wallNow)
  if (holdsMoney(state) || mayBecome(state, 'failed'))
    throw new DomainError('payment-state', `What is due cannot be changed while a payment of it is ${state}.`)
  await tx.update(dutyBill).set({ withdrawnAt: now }).where(eq(dutyBill.id, bill.id))
  return true
}
