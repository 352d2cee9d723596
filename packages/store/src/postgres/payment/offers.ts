import type { NewPaymentOffer, PaymentOffer } from '@lading/shared/contract/payment'
import { asc, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { paymentOffer } from '../schema/payment.ts'

/** What payment providers ask for, as somebody entered it, by name. */
export const listOffers = async (db: Db): Promise<PaymentOffer[]> =>
  (await db.select().from(paymentOffer).orderBy(asc(paymentOffer.name), asc(paymentOffer.code))).map(toOffer)

export const putOffer = async (db: Db, code: string, { fixed, isExample = false, ...offer }: NewPaymentOffer, changedAt: Date) => {
  const values = { ...offer, fixedMinorUnits: fixed.minorUnits, fixedCurrency: fixed.currency, isExample, changedAt }
  const [kept] = await db
    .insert(paymentOffer)
    .values({ code, ...values })
    .onConflictDoUpdate({ target: paymentOffer.code, set: values })
    .returning()
  return toOffer(kept as typeof paymentOffer.$inferSelect)
}

export const removeOffer = async (db: Db, code: string) => {
  if ((await db.delete(paymentOffer).where(eq(paymentOffer.code, code))).count === 0)
    throw new DomainError('offer-not-found', 'There is no such offer.')
}

const toOffer = ({ fixedMinorUnits, fixedCurrency, changedAt: _, ...offer }: typeof paymentOffer.$inferSelect): PaymentOffer => ({
  ...offer,
  fixed: { minorUnits: fixedMinorUnits, currency: fixedCurrency },
})
