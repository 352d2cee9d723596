import { digitsOf } from '@lading/shared/money/digits-of'

/** What a field takes as an amount; whether it has too many digits for its currency is said by `minorUnitsOf`. */
export const amountPattern = '\\d{1,9}(\\.\\d{1,4})?'

/** An amount as it was typed, digit by digit and never over a fraction that is off; nothing where it is none of the currency. */
export const minorUnitsOf = (text: string, currency: string): number | undefined => {
  const [, whole = '', fraction = ''] = /^(\d{1,9})(?:\.(\d{1,4}))?$/.exec(text.trim()) ?? []
  const digits = digitsOf(currency)
  return whole === '' || fraction.length > digits ? undefined : Number(`${whole}${fraction.padEnd(digits, '0')}`)
}

/** The same as text, for a field. */
export const typedAmount = ({ minorUnits, currency }: { minorUnits: number; currency: string }) => {
  const digits = digitsOf(currency)
  const text = String(minorUnits).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
