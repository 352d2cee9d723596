import Big from 'big.js'

/**
 * To the nearest, and of two that are equally near: the one further from nought (`half-up`, as tax and customs round), or the even one
 * (`half-even`, which many amounts that are summed need so that they do not drift).
 */
export const roundings = ['half-up', 'half-even'] as const
export type Rounding = (typeof roundings)[number]

// Constructors of their own, so that nobody's setting of the shared one changes sums here. With no decimal places a division rounds
// once, by all of its remainder: a quotient that is first cut to some digits and then rounded would be off where it is close to a half.
const nearest: Record<Rounding, typeof Big> = { 'half-up': Big(), 'half-even': Big() }
nearest['half-up'].RM = Big.roundHalfUp
nearest['half-even'].RM = Big.roundHalfEven
for (const Decimal of Object.values(nearest)) Decimal.DP = 0

/** The whole number nearest to a fraction, rounded once. A number beyond 2^53 is refused, as it could not be counted by. */
export const wholeOf = (numerator: Big, denominator: Big | number, rounding: Rounding): number =>
  counted(new nearest[rounding](numerator).div(denominator))

const counted = (quotient: Big) => {
  const whole = quotient.toNumber()
  if (!Number.isSafeInteger(whole)) throw new RangeError('an amount is too large to be counted in minor units')
  return whole + 0
}

const Up = Big()
Up.DP = 0
Up.RM = Big.roundUp

/** The first whole number that is not below a fraction from nought on: what is charged never looks smaller than it is. */
export const wholeUp = (numerator: Big, denominator: Big | number): number => counted(new Up(numerator).div(denominator))
