import { digitsOf } from '@lading/shared/money/digits-of'
import { locale } from '../i18n/t.ts'
import { isolated } from './isolated.ts'

/** Minor units as the currency writes them: 1050 EUR is €10.50, 1050 JPY is ¥1,050. To the last minor unit, by ISO 4217. */
export const formatMoney = ({ minorUnits, currency }: { minorUnits: number; currency: string }) => {
  const digits = digitsOf(currency)
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return format
    .formatToParts(minorUnits / 10 ** digits)
    .map(({ type, value }) => (type === 'currency' ? isolated(value) : value))
    .join('')
}
