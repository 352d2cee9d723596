import { digitsOf } from './digits-of.ts'

/**
 * An amount in major units, as people write it (`12.34`), in minor units: digit by digit, so that nothing is rounded. Undefined where it is
 * no such amount, is finer than a minor unit (`0.5` JPY), or is more than numbers hold exactly.
 */
export const readAmount = (text: string, currency: string): number | undefined => {
  const [, whole, fraction = ''] = /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text) ?? []
  if (whole === undefined) return undefined
  const digits = digitsOf(currency)
  const finer = fraction.slice(digits)
  const minorUnits = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  return /^0*$/.test(finer) && Number.isSafeInteger(minorUnits) ? minorUnits : undefined
}
