/** What is not known for certain, in the unit of what it is about: pieces of demand, hours. */
export type Distribution = {
  mean: number
  variance: number
  /** Takes whole numbers only. */
  discrete: boolean
  /** Probability of at most x. */
  cdf: (x: number) => number
  /** The least x with cdf(x) ≥ p, 0 < p < 1. */
  quantile: (p: number) => number
  /** E[max(X − x, 0)]: what is short when there is x. */
  shortage: (x: number) => number
}

/** E[max(x − X, 0)]: what is left over when there is x. */
export const leftOver = ({ mean, shortage }: Pick<Distribution, 'mean' | 'shortage'>, x: number) => x - mean + shortage(x)
