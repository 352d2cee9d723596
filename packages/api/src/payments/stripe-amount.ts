import type { Money } from '@lading/shared/domain/money'
import { digitsOf } from '@lading/shared/money/digits-of'

/**
 * Amounts as Stripe counts them (docs.stripe.com/currencies): in minor units as ISO 4217 has them, but króna and Ugandan shilling in
 * hundredths that have to be nought, the ariary without any, and of currencies with thousandths no single ones. Undefined where an amount
 * cannot be said.
 */
export const toStripe = ({ minorUnits, currency }: Money): { amount: number; currency: string } | undefined => {
  const code = currency.toLowerCase()
  if (inHundredths.has(currency)) return { amount: minorUnits * 100, currency: code }
  if (currency === 'MGA') return minorUnits % 100 === 0 ? { amount: minorUnits / 100, currency: code } : undefined
  if (digitsOf(currency) > 3 || (digitsOf(currency) === 3 && minorUnits % 10 !== 0)) return undefined
  return { amount: minorUnits, currency: code }
}

/** The same the other way round. */
export const fromStripe = (amount: number, code: string): Money => {
  const currency = code.toUpperCase()
  if (inHundredths.has(currency)) return { minorUnits: amount / 100, currency }
  return { minorUnits: currency === 'MGA' ? amount * 100 : amount, currency }
}

const inHundredths = new Set(['ISK', 'UGX'])
