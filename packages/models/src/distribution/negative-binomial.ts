import { discrete, negligible } from './discrete.ts'
import type { Distribution } from './distribution.ts'
import { poisson } from './poisson.ts'

/** Below this a floating-point number has lost digits, or will have when the recursion goes on from it. */
const tooSmall = 1e-250

/**
 * Counts with a mean and a variance above it; where the variance is no larger than the mean, the Poisson distribution.
 * Demand that comes in clusters, or whose rate differs from period to period, looks like this.
 */
export const negativeBinomial = (mean: number, variance: number): Distribution => {
  if (mean <= 0 || variance <= mean * (1 + 1e-9)) return poisson(mean)
  const size = mean ** 2 / (variance - mean)
  const success = mean / variance
  const probabilities = [Math.exp(size * Math.log(success))]
  let behind = probabilities[0] as number
  if (behind < tooSmall) return farFromZero(mean, size, success)
  for (let k = 1; 1 - behind > negligible; k++) {
    const probability = ((probabilities[k - 1] as number) * (k - 1 + size) * (1 - success)) / k
    if (k > mean && probability < negligible * negligible) break
    probabilities.push(probability)
    behind += probability
  }
  return discrete(probabilities)
}

// Where zero is too unlikely for a floating-point number, the recursion begins at the mean and goes both ways.
const farFromZero = (mean: number, size: number, success: number): Distribution => {
  const start = Math.floor(mean)
  const down = [1]
  for (let k = start; k > 0; k--) {
    const below = ((down.at(-1) as number) * k) / ((k - 1 + size) * (1 - success))
    if (below < negligible * 1e-3) break
    down.push(below)
  }
  const up: number[] = []
  for (let k = start + 1, last = 1; last > negligible * 1e-3; k++) {
    last *= ((k - 1 + size) * (1 - success)) / k
    up.push(last)
  }
  return discrete([...down.toReversed(), ...up], start - down.length + 1)
}
