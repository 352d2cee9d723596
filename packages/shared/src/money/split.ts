import Big from 'big.js'
import type { Money } from '../domain/money.ts'

/**
 * Shares an amount out by weights (decimals from nought on) so that the parts are whole minor units and add up to it exactly: each gets
 * what is certain, and what is left goes to those that lost most by that (largest remainder), among equals to the earlier. No part is a
 * whole minor unit away from its exact share. Evenly where nothing weighs anything; of nobody, nothing can be shared.
 */
export const split = ({ minorUnits, currency }: Money, weights: readonly (Big | string | number)[]): Money[] => {
  if (weights.length === 0) throw new RangeError('an amount is shared among one or more')
  const given = weights.map((weight) => new Big(weight))
  if (given.some((weight) => weight.lt(0))) throw new RangeError('a weight is nought or more')
  const isWeighed = given.some((weight) => weight.gt(0))
  const shares = isWeighed ? given : given.map(() => new Big(1))
  const whole = shares.reduce((sum, share) => sum.plus(share), new Big(0))

  // Of the amount without its sign, so that a refund is shared out as what it gives back was.
  const exact = shares.map((share) => share.times(Math.abs(minorUnits)))
  const certain = exact.map((part) => Number(new Down(part).div(whole)))
  const byLoss = exact
    .map((part, index) => ({ index, loss: part.minus(whole.times(certain[index] as number)) }))
    .sort((a, b) => b.loss.cmp(a.loss) || a.index - b.index)
  const left = Math.abs(minorUnits) - certain.reduce((sum, part) => sum + part, 0)
  const luckier = new Set(byLoss.slice(0, left).map(({ index }) => index))
  const sign = Math.sign(minorUnits)
  return certain.map((part, index) => ({ minorUnits: sign * (part + (luckier.has(index) ? 1 : 0)) + 0, currency }))
}

const Down = Big()
Down.DP = 0
Down.RM = Big.roundDown
