import { standardQuantile } from '../../distribution/normal.ts'

/**
 * Quantiles of a negative binomial count with the given mean and variance (Poisson where the variance is no larger), for rising levels,
 * written into `into`. Allocates nothing: it runs for every period of every series.
 */
export const writeQuantiles = (mean: number, variance: number, levels: readonly number[], into: Float64Array) => {
  if (!(mean > 0)) return into.fill(0)
  const poisson = variance <= mean * (1 + 1e-6)
  const size = poisson ? 0 : mean ** 2 / (variance - mean)
  const success = poisson ? 1 : mean / variance
  let term = poisson ? Math.exp(-mean) : Math.exp(size * Math.log(success))
  // So far from zero that its probability is below what a number holds, counts are as good as normal.
  if (term < 1e-280) return writeNormal(mean, variance, levels, into)
  let share = term
  let count = 0
  const last = mean + 60 * Math.sqrt(variance) + 60
  for (let i = 0; i < levels.length; i++) {
    while (share < (levels[i] as number) - 1e-12 && count < last) {
      count++
      term *= poisson ? mean / count : ((size + count - 1) / count) * (1 - success)
      share += term
    }
    into[i] = count
  }
  return into
}

const writeNormal = (mean: number, variance: number, levels: readonly number[], into: Float64Array) => {
  const sd = Math.sqrt(Math.max(mean, variance))
  for (let i = 0; i < levels.length; i++) into[i] = Math.max(0, Math.round(mean + sd * standardQuantile(levels[i] as number)))
  return into
}
