import { methods } from '../methods/index.ts'

/** How many tests what is believed beforehand is worth. */
const priorTests = 20

/** How sharply weights fall with loss: a method 3 % worse than the best counts half as much. */
const sharpness = 25

/** Weights of the methods from the mean loss of each over `tests` tests of the pool. */
export const weighMethods = (losses: Float64Array, tests: number): Float64Array => {
  const best = tests > 0 ? losses.reduce((least, loss) => Math.min(least, loss), Number.POSITIVE_INFINITY) : 0
  const weights = losses.map((loss, at) => {
    const prior = (methods[at] as { prior: number }).prior
    const relative = best > 0 ? (loss / best) * tests + prior * priorTests : prior * (tests + priorTests)
    return (relative / (tests + priorTests)) ** -sharpness
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}
