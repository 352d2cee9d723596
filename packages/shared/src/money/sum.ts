import type { Money } from '../domain/money.ts'

/** Adds amounts of one currency. Of several, or beyond what can be counted, it is refused: a silent sum would be wrong. */
export const sumOf = (amounts: readonly Money[], currency: string): Money => {
  const minorUnits = amounts.reduce((sum, money) => {
    if (money.currency !== currency) throw new RangeError(`${money.currency} is not added to ${currency}`)
    return sum + money.minorUnits
  }, 0)
  if (!Number.isSafeInteger(minorUnits)) throw new RangeError('an amount is too large to be counted in minor units')
  return { minorUnits, currency }
}
