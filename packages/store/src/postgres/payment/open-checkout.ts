import { randomUUID } from 'node:crypto'
import type { Money } from '@lading/shared/domain/money'
import { mayBePaid, type PaymentProviderName } from '@lading/shared/domain/payment'
import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { payment } from '../schema/payment.ts'
import { billState, standingBill, type Times } from './bill.ts'
import { lockForDuties } from './lock.ts'

/** A checkout to send somebody to; `url` once the provider has made it. */
export type OpenedCheckout = { paymentId: string; amount: Money; expiresAt: Date; url: string | null }

/** As long as a checkout takes money; providers take an hour, and half of it at least (Stripe: 30 minutes to 24 hours). */
const openMs = 60 * 60_000
const leastMs = 31 * 60_000

/**
 * The checkout by which what is due on a shipment is paid: the one that is open already, or a new one; nothing where nothing is to be paid.
 * Of two who ask at once both get the same, so that nobody pays twice.
 */
export const openCheckout = (db: Db, shipmentId: string, provider: PaymentProviderName, { now, wallNow }: Times) =>
  db.transaction(async (tx): Promise<OpenedCheckout | undefined> => {
    const { incoterm } = await lockForDuties(tx, shipmentId)
    const bill = await standingBill(tx, shipmentId)
    if (!bill || incoterm === 'DDP') return undefined
    const tries = await tx.select().from(payment).where(eq(payment.billId, bill.id))
    if (!mayBePaid(billState(tries, wallNow))) return undefined
    const open = tries.find(({ state }) => state === 'checkout-opened')
    // One that the provider never answered for can only be asked for again while there is time left to pay.
    const leftMs = open ? open.expiresAt.getTime() - wallNow.getTime() : 0
    if (open?.provider === provider && leftMs > (open.checkoutUrl === null ? leastMs : 0)) return toOpened(open)
    if (open) await tx.update(payment).set({ state: 'expired', stateAt: now }).where(eq(payment.id, open.id))
    // The last try counts, also of two in one millisecond.
    const openedAt = new Date(Math.max(now.getTime(), ...tries.map((each) => each.openedAt.getTime() + 1)))
    const [made] = await tx
      .insert(payment)
      .values({
        ...{ id: randomUUID(), billId: bill.id, shipmentId, provider, state: 'checkout-opened', stateAt: now },
        ...{ minorUnits: bill.total, currency: bill.currency, openedAt, expiresAt: new Date(wallNow.getTime() + openMs) },
      })
      .returning()
    return toOpened(made as typeof payment.$inferSelect)
  })

const toOpened = ({ id, minorUnits, currency, expiresAt, checkoutUrl }: typeof payment.$inferSelect): OpenedCheckout => ({
  ...{ paymentId: id, amount: { minorUnits, currency }, expiresAt, url: checkoutUrl },
})

/** Where the provider says that it is paid. */
export const keepCheckout = (db: Db, paymentId: string, { checkout, url }: { checkout: string; url: string }) =>
  db.update(payment).set({ checkout, checkoutUrl: url }).where(eq(payment.id, paymentId))
