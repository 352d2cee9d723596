import type { Money } from '@lading/shared/domain/money'
import { mayBecome, type PaymentProviderName, type PaymentState } from '@lading/shared/domain/payment'
import { and, desc, eq } from 'drizzle-orm'
import { touchShipment } from '../customs/open-entry.ts'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { customsEntry, customsEntryChange } from '../schema/customs.ts'
import { dutyBill, payment, paymentEvent, refund } from '../schema/payment.ts'
import type { PaymentRow, Times } from './bill.ts'
import { lockPayment } from './lock.ts'
import { settleRefund } from './refund.ts'

/** What a provider tells, in our words; whoever read it has made sure that it is from the provider. */
export type ProviderEvent = {
  id: string
  kind: string
  occurredAt: Date
  about:
    | { what: 'payment'; paymentId: string; became: 'paid' | 'failed' | 'expired'; amount: Money | null; charge: string | null }
    | { what: 'refund'; refundId: string; became: 'done' | 'failed'; amount: Money; reference: string }
}

export type TakenEvent = { outcome: 'taken'; shipmentId: string; became: PaymentState | null } | { outcome: 'known' | 'of-nobody' }

/**
 * Takes what a provider tells: an event once, however often it comes. What contradicts how far the payment is changes nothing but is kept;
 * an amount that is not the one that was asked for is refused. All of it or nothing.
 */
export const takeEvent = (db: Db, provider: PaymentProviderName, event: ProviderEvent, times: Times): Promise<TakenEvent> =>
  db.transaction(async (tx) => {
    const found = await paymentOf(tx, provider, event)
    if (!found) return { outcome: 'of-nobody' }
    const { id: eventId, kind, occurredAt, about } = event
    const [known] = await tx
      .select({ id: paymentEvent.id })
      .from(paymentEvent)
      .where(and(eq(paymentEvent.provider, provider), eq(paymentEvent.eventId, eventId)))
    if (known) return { outcome: 'known' }
    await refuseOtherAmount(tx, found, event)
    const became = about.what === 'payment' ? await settlePayment(tx, found, about, times) : await settleRefund(tx, about, times)
    const { minorUnits = null, currency = null } = about.amount ?? {}
    await tx.insert(paymentEvent).values({
      provider,
      eventId,
      paymentId: found.id,
      kind,
      minorUnits,
      currency,
      occurredAt,
      receivedAt: times.now,
      became: became ?? null,
    })
    await touchShipment(tx, found.shipmentId, times.now)
    return { outcome: 'taken', shipmentId: found.shipmentId, became: became ?? null }
  })

/** The payment that it is about; nobody else writes of it until this is settled. */
const paymentOf = async (tx: Transaction, provider: PaymentProviderName, { about }: ProviderEvent): Promise<PaymentRow | undefined> => {
  const [asked] = about.what === 'refund' ? await tx.select({ id: refund.paymentId }).from(refund).where(eq(refund.id, about.refundId)) : []
  const id = about.what === 'payment' ? about.paymentId : asked?.id
  if (id === undefined) return undefined
  const found = await lockPayment(tx, id)
  return found?.provider === provider ? found : undefined
}

const refuseOtherAmount = async (tx: Transaction, { minorUnits, currency }: PaymentRow, { about }: ProviderEvent) => {
  if (!about.amount) return
  const [asked] = about.what === 'refund' ? await tx.select().from(refund).where(eq(refund.id, about.refundId)) : []
  if (about.amount.minorUnits === (asked?.minorUnits ?? minorUnits) && about.amount.currency === currency) return
  throw new DomainError('not-valid', 'It tells of another amount than the one that was asked for.', [
    { path: '/amount', message: `is not ${asked?.minorUnits ?? minorUnits} ${currency}` },
  ])
}

type Settled = Extract<ProviderEvent['about'], { what: 'payment' }>

const settlePayment = async (tx: Transaction, found: PaymentRow, { became, charge }: Settled, { now }: Times) => {
  if (!mayBecome(found.state, became)) return undefined
  await tx
    .update(payment)
    .set({ state: became, stateAt: now, ...(charge !== null && { charge }) })
    .where(eq(payment.id, found.id))
  if (became === 'paid') await logAtCustoms(tx, found, now)
  return became
}

/** Whoever looks at the declaration that the goods wait for sees that duties are paid, and by what. */
const logAtCustoms = async (tx: Transaction, { billId, shipmentId, minorUnits, currency, provider }: PaymentRow, changedAt: Date) => {
  const [bill] = await tx.select().from(dutyBill).where(eq(dutyBill.id, billId))
  const entries = await tx
    .select()
    .from(customsEntry)
    .where(eq(customsEntry.shipmentId, shipmentId))
    .orderBy(desc(customsEntry.legSequence))
  const entry = entries.find(({ legSequence }) => legSequence === bill?.legSequence) ?? entries[0]
  if (entry)
    await tx
      .insert(customsEntryChange)
      .values({ entryId: entry.id, changedAt, changedBy: null, field: 'duties', before: null, after: { minorUnits, currency, provider } })
}
