import { locale } from '../i18n/t.ts'

/** Minor units as the currency writes them: 1050 EUR is €10.50, 1050 JPY is ¥1,050. */
export const formatMoney = ({ minorUnits, currency }: { minorUnits: number; currency: string }) => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0))
}
