import type { Money } from '@lading/shared/domain/money'
import { digitsOf } from '@lading/shared/money/digits-of'

/** An amount as the language writes it, to the last minor unit by ISO 4217. */
export const amount = ({ minorUnits, currency }: Money, locale: string) => {
  const digits = digitsOf(currency)
  const format = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  return new Intl.NumberFormat(locale, format).format(minorUnits / 10 ** digits)
}
