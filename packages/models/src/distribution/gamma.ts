import jstat from 'jstat'
import type { Distribution } from './distribution.ts'

export const gamma = (shape: number, scale: number): Distribution => {
  const mean = shape * scale
  const cdf = (x: number) => (x <= 0 ? 0 : jstat.jStat.gamma.cdf(x, shape, scale))
  return {
    mean,
    variance: mean * scale,
    discrete: false,
    cdf,
    quantile: (p) => jstat.jStat.gamma.inv(p, shape, scale),
    // The gamma density times x is a gamma density of one shape more.
    shortage: (x) => (x <= 0 ? mean - x : mean * (1 - jstat.jStat.gamma.cdf(x, shape + 1, scale)) - x * (1 - cdf(x))),
  }
}
