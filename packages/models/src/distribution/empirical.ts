import type { Distribution } from './distribution.ts'

/** What was seen, each as likely as any other. Throws a RangeError when nothing was. */
export const empirical = (samples: ArrayLike<number>): Distribution => {
  const sorted = Float64Array.from(samples).sort()
  const n = sorted.length
  if (n === 0) throw new RangeError('a distribution wants a sample')
  const mean = sorted.reduce((sum, each) => sum + each, 0) / n
  return {
    mean,
    variance: sorted.reduce((sum, each) => sum + (each - mean) ** 2, 0) / n,
    discrete: false,
    cdf: (x) => sorted.filter((each) => each <= x).length / n,
    quantile: (p) => sorted[Math.max(0, Math.min(n, Math.ceil(p * n - 1e-9)) - 1)] as number,
    shortage: (x) => sorted.reduce((sum, each) => sum + Math.max(0, each - x), 0) / n,
  }
}
