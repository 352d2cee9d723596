import type { Distribution } from './distribution.ts'
import { standardCdf, standardQuantile } from './normal.ts'

/** The exponential of a normal variable with the given mean and standard deviation. */
export const logNormal = (logMean: number, logSd: number): Distribution => {
  const mean = Math.exp(logMean + logSd ** 2 / 2)
  const cdf = (x: number) => (x <= 0 ? 0 : standardCdf((Math.log(x) - logMean) / logSd))
  return {
    mean,
    variance: mean ** 2 * Math.expm1(logSd ** 2),
    discrete: false,
    cdf,
    quantile: (p) => Math.exp(logMean + logSd * standardQuantile(p)),
    shortage: (x) => (x <= 0 ? mean - x : mean * standardCdf((logMean + logSd ** 2 - Math.log(x)) / logSd) - x * (1 - cdf(x))),
  }
}
