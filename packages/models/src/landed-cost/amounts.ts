import { digitsOf } from '@lading/shared/money/digits-of'
import Big from 'big.js'

const unitsByDigits = [0, 1, 2, 3, 4].map((digits) => ({ minor: new Big(`1e${digits}`), major: new Big(`1e-${digits}`) }))
/** How many minor units a major one has, and the other way round: to multiply by, which is exact and several times as fast as dividing. */
const unitsOf = (currency: string) => unitsByDigits[digitsOf(currency)] as (typeof unitsByDigits)[number]

/** An amount in major units, exact. */
export const majorOf = (minorUnits: number, currency: string) => new Big(minorUnits).times(unitsOf(currency).major)

const hundredth = new Big('0.01')

/** So many per cent of an amount, exact. */
export const inPercent = (amount: Big, percent: string | number) => amount.times(percent).times(hundredth)

/** In minor units, half of one counting as one. */
export const minorOf = (amount: Big, currency: string) => Number(inMinorUnits(amount, currency).round(0, Big.roundHalfUp))

/** Divisions leave something in the twentieth digit, which must not tell on which side of a half an amount is. */
const inMinorUnits = (amount: Big, currency: string) => amount.times(unitsOf(currency).minor).round(10, Big.roundHalfUp)

/**
 * Rounds parts so that they add up to the rounded whole: each is rounded down, and what is missing goes to those that lost most by it,
 * the earlier ones first among equals. Of amounts from nought on.
 */
export const roundedParts = (parts: Big[], currency: string, whole = minorOf(sum(parts), currency)): number[] => {
  const exact = parts.map((part) => inMinorUnits(part, currency))
  const floors = exact.map((part) => Number(part.round(0, Big.roundDown)))
  const missing = whole - floors.reduce((total, part) => total + part, 0)
  const byLoss = exact
    .map((part, index) => ({ index, loss: part.minus(floors[index] as number) }))
    .sort((a, b) => b.loss.cmp(a.loss) || a.index - b.index)
  for (let given = 0; given < missing; given++) {
    const { index } = byLoss[given % byLoss.length] as (typeof byLoss)[number]
    floors[index] = (floors[index] as number) + 1
  }
  return floors
}

/** Divides an amount by weights; evenly where nothing weighs anything. Exact but for the twentieth digit. */
export const shared = (amount: Big, weights: Big[]): Big[] => {
  const total = sum(weights)
  return weights.map((weight) => (total.gt(0) ? amount.times(weight).div(total) : amount.div(weights.length)))
}

export const sum = (amounts: Big[]) => amounts.reduce((total, amount) => total.plus(amount), new Big(0))
