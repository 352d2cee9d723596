import jstat from 'jstat'
import { discrete, negligible } from './discrete.ts'
import type { Distribution } from './distribution.ts'

export const poisson = (mean: number): Distribution => {
  if (mean <= 0) return discrete([1])
  const probabilities: number[] = []
  let behind = 0
  for (let k = 0; k <= mean || 1 - behind > negligible; k++) {
    const probability = Math.exp(k * Math.log(mean) - mean - jstat.jStat.gammaln(k + 1))
    // Where rounding keeps the sum below one the terms themselves end it.
    if (k > mean && probability < negligible * negligible) break
    probabilities.push(probability)
    behind += probability
  }
  return discrete(probabilities)
}
