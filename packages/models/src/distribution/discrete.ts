import type { Distribution } from './distribution.ts'

/** Beyond this share of probability the tail is cut off, and what is left scaled to one. */
export const negligible = 1e-13

/**
 * A distribution over `from`, `from` + 1, …, with the given probabilities, which are scaled to sum to one.
 * Throws a RangeError when there is none above zero.
 */
export const discrete = (probabilities: ArrayLike<number>, from = 0): Distribution => {
  const n = probabilities.length
  const cumulative = new Float64Array(n)
  let total = 0
  for (let i = 0; i < n; i++) {
    total += probabilities[i] as number
    cumulative[i] = total
  }
  if (!(total > 0)) throw new RangeError('a distribution wants a probability above zero')

  let mean = 0
  let square = 0
  for (let i = 0; i < n; i++) {
    const share = (probabilities[i] as number) / total
    cumulative[i] = (cumulative[i] as number) / total
    mean += share * (from + i)
    square += share * (from + i) ** 2
  }
  const cdf = (x: number) => (x < from ? 0 : (cumulative[Math.min(n - 1, Math.floor(x) - from)] as number))
  return {
    mean,
    variance: Math.max(0, square - mean ** 2),
    discrete: true,
    cdf,
    quantile: (p) => {
      // Sums of shares miss a round quantile by the last digit.
      const target = p - 1e-12
      let low = 0
      let high = n - 1
      while (low < high) {
        const middle = (low + high) >> 1
        if ((cumulative[middle] as number) >= target) high = middle
        else low = middle + 1
      }
      return from + low
    },
    shortage: (x) => {
      let short = 0
      for (let i = Math.max(0, Math.floor(x) + 1 - from); i < n; i++) short += ((probabilities[i] as number) / total) * (from + i - x)
      return short
    },
  }
}
