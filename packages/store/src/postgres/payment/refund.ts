import { randomUUID } from 'node:crypto'
import type { Money } from '@lading/shared/domain/money'
import { afterRefunds, holdsMoney, type PaymentProviderName, type PaymentState } from '@lading/shared/domain/payment'
import { eq } from 'drizzle-orm'
import { touchShipment } from '../customs/open-entry.ts'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { payment, refund } from '../schema/payment.ts'
import type { Times } from './bill.ts'
import { lockPayment } from './lock.ts'

type Asked = { minorUnits?: number | undefined; reason: string; by: string | null; key: string | undefined }

/** A refund that the provider is to be asked for. */
export type OpenRefund = { refundId: string; shipmentId: string; charge: string; amount: Money; isOpen: boolean }

/**
 * Notes that money is to be given back, all that is left or a part of it, before the provider is asked. Never more than was paid. With a
 * key that came before, it is the refund that was asked for then.
 */
export const requestRefund = (
  db: Db,
  paymentId: string,
  provider: PaymentProviderName,
  { minorUnits, reason, by, key }: Asked,
  { now }: Times,
): Promise<OpenRefund> =>
  db.transaction(async (tx) => {
    const found = await lockPayment(tx, paymentId)
    if (!found) throw new DomainError('payment-not-found', 'There is no such payment.')
    const { shipmentId, charge, currency } = found
    const before = await tx.select().from(refund).where(eq(refund.paymentId, paymentId))
    const same = key === undefined ? undefined : before.find(({ idempotencyKey }) => idempotencyKey === key)
    if (same && charge !== null && minorUnits !== undefined && minorUnits !== same.minorUnits)
      throw new DomainError('idempotency-key-used', 'This Idempotency-Key came with another amount before.')
    const opened = (id: string, amount: number, isOpen: boolean) => {
      return { refundId: id, shipmentId, charge: charge as string, amount: { minorUnits: amount, currency }, isOpen }
    }
    if (same) return opened(same.id, same.minorUnits, same.state === 'requested')
    if (!holdsMoney(found.state) || charge === null || found.provider !== provider)
      throw new DomainError('payment-state', `A payment that is ${found.state} by ${found.provider} cannot be given back here.`)
    const left = found.minorUnits - before.reduce((sum, each) => sum + (each.state === 'failed' ? 0 : each.minorUnits), 0)
    const amount = minorUnits ?? left
    if (amount > left || left === 0)
      throw new DomainError('not-valid', 'That is more than is left of the payment.', [
        { path: '/minorUnits', message: `is more than the ${left} that are left` },
      ])
    const id = randomUUID()
    await tx.insert(refund).values({
      ...{ id, paymentId, shipmentId, state: 'requested', minorUnits: amount, reason, requestedAt: now, requestedBy: by },
      ...(key !== undefined && { idempotencyKey: key }),
    })
    await tx.update(payment).set({ state: 'refund-requested', stateAt: now }).where(eq(payment.id, paymentId))
    await touchShipment(tx, shipmentId, now)
    return opened(id, amount, true)
  })

type Outcome = { refundId: string; became: 'done' | 'failed'; reference: string | null }

/** What became of a refund, and of its payment by it; nothing where that is known. Of whatever is told first, the rest changes nothing. */
export const settleRefund = async (
  tx: Transaction,
  { refundId, became, reference }: Outcome,
  { now }: Times,
): Promise<PaymentState | undefined> => {
  const [asked] = await tx.select().from(refund).where(eq(refund.id, refundId))
  if (asked?.state !== 'requested') return undefined
  await tx.update(refund).set({ state: became, reference, settledAt: now }).where(eq(refund.id, refundId))
  const all = await tx.select().from(refund).where(eq(refund.paymentId, asked.paymentId))
  const [found] = await tx.select().from(payment).where(eq(payment.id, asked.paymentId))
  const refunded = all.reduce((sum, { state, minorUnits }) => sum + (state === 'done' ? minorUnits : 0), 0)
  const open = all.filter(({ state }) => state === 'requested').length
  const state = afterRefunds({ paid: found?.minorUnits ?? 0, refunded, open })
  await tx.update(payment).set({ state, stateAt: now }).where(eq(payment.id, asked.paymentId))
  await touchShipment(tx, asked.shipmentId, now)
  return state
}

/** What the provider answered at once. */
export const settleRefundNow = (db: Db, outcome: Outcome, times: Times) =>
  db.transaction(async (tx) => {
    const [asked] = await tx.select({ paymentId: refund.paymentId }).from(refund).where(eq(refund.id, outcome.refundId))
    return asked && (await lockPayment(tx, asked.paymentId)) && settleRefund(tx, outcome, times)
  })
