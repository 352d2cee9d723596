import Big from 'big.js'
import type { Money } from '../domain/money.ts'
import { digitsOf } from './digits-of.ts'
import { type Rounding, wholeOf } from './rounding.ts'

/** How many minor units a major unit has: 100 for EUR, 1 for JPY. */
export const minorUnitsIn = (currency: string) => 10 ** digitsOf(currency)

/** The amount in major units, exact: 1234 cents are 12.34. */
export const majorOf = ({ minorUnits, currency }: Money): Big => new Big(`${minorUnits}e-${digitsOf(currency)}`)

/** Major units as money, rounded once. */
export const moneyOf = (major: Big | string, currency: string, rounding: Rounding = 'half-up'): Money => ({
  minorUnits: wholeOf(new Big(major).times(minorUnitsIn(currency)), 1, rounding),
  currency,
})
