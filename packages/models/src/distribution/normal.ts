import jstat from 'jstat'
import type { Distribution } from './distribution.ts'

/** Probability that a standard normal variable is at most z. */
export const standardCdf = (z: number) => jstat.jStat.normal.cdf(z, 0, 1)
export const standardDensity = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
/** The z with standardCdf(z) = p. */
export const standardQuantile = (p: number) => jstat.jStat.normal.inv(p, 0, 1)
/** E[max(Z − z, 0)]. */
export const standardShortage = (z: number) => standardDensity(z) - z * standardCdf(-z)

export const normal = (mean: number, sd: number): Distribution => ({
  mean,
  variance: sd * sd,
  discrete: false,
  cdf: (x) => (sd === 0 ? Number(x >= mean) : standardCdf((x - mean) / sd)),
  quantile: (p) => (sd === 0 ? mean : mean + sd * standardQuantile(p)),
  shortage: (x) => (sd === 0 ? Math.max(0, mean - x) : sd * standardShortage((x - mean) / sd)),
})
