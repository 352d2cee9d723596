import type { Money } from '../domain/money.ts'
import { digitsOf } from './digits-of.ts'

/**
 * An amount as a language writes it, to the last minor unit by ISO 4217: 1050 EUR is €10.50, 1050 JPY is ¥1,050. `isolated` keeps the sign
 * of the currency in order among words of the other direction.
 */
export const writeMoney = ({ minorUnits, currency }: Money, locale: string, isolated: (text: string) => string) => {
  const digits = digitsOf(currency)
  const format = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  return new Intl.NumberFormat(locale, format)
    .formatToParts(minorUnits / 10 ** digits)
    .map(({ type, value }) => (type === 'currency' ? isolated(value) : value))
    .join('')
}
