import type { UsualValue } from '@lading/shared/domain/declaration-check'

/** Fewer lines make no custom. */
export const enoughLines = 8
/** Beyond so many robust deviations a value stands out (Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers). */
export const standsOut = 3.5
/** Of a normal distribution, the median absolute deviation is this share of the standard deviation. */
const ofDeviation = 0.6745
/** Prices of the same goods differ by a tenth without anything being wrong: what never varied must not make every change stand out. */
const leastDeviation = 0.1

export type Unusual = {
  /** Robust z of the logarithm; below zero: lower than usual. */
  z: number
  /** How many times what is usual. */
  times: number
  usual: UsualValue
}

/** How far what one piece or kilogram is worth stands out of what was declared before; nothing where it does not, or little was declared. */
export const unusual = (minorUnits: number, amount: number, usual: UsualValue | undefined): Unusual | undefined => {
  if (!usual || usual.lines < enoughLines || !(minorUnits > 0) || !(amount > 0)) return undefined
  const apart = Math.log(minorUnits / amount) - usual.median
  const z = (ofDeviation * apart) / Math.max(usual.deviation, leastDeviation)
  return Math.abs(z) > standsOut ? { z, times: Math.exp(apart), usual } : undefined
}

/** What is usual of a product, or of goods of the code where the product has been declared too seldom. */
export const usualOf = (
  usualValues: UsualValue[],
  of: UsualValue['of'],
  { product, hsCode, currency }: { product?: string | null | undefined; hsCode: string; currency: string },
) => {
  const find = (key: string) =>
    usualValues.find((usual) => usual.of === of && usual.key === key && usual.currency === currency && usual.lines >= enoughLines)
  return (product && find(product)) || find(hsCode.slice(0, 6))
}

/** As people say it: 0.4 or 12. */
export const sayTimes = (times: number) => Number(times.toPrecision(2))
