import type { Charge } from '@lading/shared/domain/trade-rule'
import Big from 'big.js'
import { inPercent, sum } from './amounts.ts'

/** What a charge is reckoned on, in the currency of assessment. */
export type Charged = { value: Big; weightKg: Big; quantity: number; subheading: string }

/**
 * What a charge comes to for each of some goods, in the currency of assessment: the sum of its parts. A fixed part and bounds are of all
 * of them together and shared out by value. `inAssessed` turns an amount of the charge's own currency.
 */
export const chargeFor = (charge: Charge, goods: Charged[], inAssessed: (amount: Big) => Big): Big[] => {
  const { percent = 0, perKg = 0, perUnit = 0, perSubheading = 0, fixed = 0, minimum, maximum } = charge
  const subheadings = goods.map(({ subheading }) => subheading)
  const own = goods.map(({ value, weightKg, quantity }, index) => {
    const isFirst = subheadings.indexOf(subheadings[index] as string) === index
    const specific = weightKg
      .times(perKg)
      .plus(new Big(perUnit).times(quantity))
      .plus(isFirst ? perSubheading : 0)
    return inPercent(value, percent).plus(inAssessed(specific))
  })
  const total = sum(own).plus(inAssessed(new Big(fixed)))
  const least = minimum === undefined ? total : larger(total, inAssessed(new Big(minimum)))
  const bounded = maximum === undefined ? least : smaller(least, inAssessed(new Big(maximum)))
  // Left as they are where nothing but their own parts counts: shares of them would only add digits.
  return bounded.eq(sum(own)) ? own : spread(bounded, own, goods)
}

const spread = (total: Big, own: Big[], goods: Charged[]) => {
  const weights = sum(own).gt(0) ? own : goods.map(({ value }) => value)
  const whole = sum(weights)
  return weights.map((weight) => (whole.gt(0) ? total.times(weight).div(whole) : total.div(weights.length)))
}

const larger = (a: Big, b: Big) => (a.gt(b) ? a : b)
const smaller = (a: Big, b: Big) => (a.lt(b) ? a : b)
