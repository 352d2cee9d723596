import Big from 'big.js'
import type { Money } from '../domain/money.ts'
import type { DatedRate, Rates } from './rates.ts'
import { type Rounding, wholeOf } from './rounding.ts'
import { minorUnitsIn } from './units.ts'

/**
 * What one unit of a currency is of another. `rate` is for reading, to twelve significant digits unless it is the published one: sums are
 * made of the exact fraction. `via` is the base where neither is it; `date` is that of the older of the two rates, and both are null
 * where nothing is converted.
 */
export type CrossRate = { rate: string; via: string | null; date: string | null; source: string | null }

export type Converted = CrossRate & { money: Money }

// What one major unit of `from` is of `to`, as a fraction of published decimals, which is exact where a quotient is not.
type Fraction = { numerator: Big; denominator: Big }

const one: DatedRate = { rate: '1', date: '', source: '' }

/** Undefined where a currency has no rate. */
export const rateBetween = (from: string, to: string, rates: Rates): CrossRate | undefined => {
  const fraction = fractionBetween(from, to, rates)
  if (!fraction) return undefined
  const legs = from === to ? [] : [from, to].flatMap((currency) => (currency === rates.base ? [] : [rates.rates[currency] as DatedRate]))
  return {
    rate: written(fraction),
    via: legs.length > 1 ? rates.base : null,
    date: legs.reduce<string | null>((oldest, { date }) => (oldest !== null && oldest < date ? oldest : date), null),
    source: legs.length === 0 ? null : [...new Set(legs.map(({ source }) => source))].join(', '),
  }
}

/**
 * An amount in another currency, over the base where neither is it: rounded once, at the end. There and back again by the same rates it
 * differs by at most half a minor unit, and half of what a minor unit of the other currency is worth. Undefined where a currency has no
 * rate.
 */
export const convert = (money: Money, to: string, rates: Rates, rounding: Rounding = 'half-up'): Converted | undefined => {
  const cross = rateBetween(money.currency, to, rates)
  const fraction = fractionBetween(money.currency, to, rates)
  if (!cross || !fraction) return undefined
  const minorUnits = wholeOf(
    fraction.numerator.times(money.minorUnits).times(minorUnitsIn(to)),
    fraction.denominator.times(minorUnitsIn(money.currency)),
    rounding,
  )
  return { money: { minorUnits, currency: to }, ...cross }
}

/** The same, exact. */
export const fractionBetween = (from: string, to: string, { base, rates }: Rates): Fraction | undefined => {
  if (from === to) return { numerator: new Big(1), denominator: new Big(1) }
  const of = (currency: string) => (currency === base ? one : Object.hasOwn(rates, currency) ? rates[currency] : undefined)
  const [sold, bought] = [of(from), of(to)]
  return sold && bought && { numerator: new Big(bought.rate), denominator: new Big(sold.rate) }
}

const Quotient = Big()
Quotient.DP = 40

const written = ({ numerator, denominator }: Fraction) =>
  denominator.eq(1) ? numerator.toFixed() : new Big(new Quotient(numerator).div(denominator).toPrecision(12)).toFixed()
