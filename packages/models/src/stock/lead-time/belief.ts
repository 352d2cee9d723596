/** Mean and standard deviation of a duration in days, and as how many observations that counts. */
export type Belief = { meanDays: number; sdDays: number; weight: number }

export type Observed = { days: number; sdDays: number; weight: number }

/**
 * The belief after observations that tell of the same duration: means weighed by how many there are on either side, and the variance of
 * both together, how far apart they lie included (normal-inverse-gamma, its modes). Without observations it stays as it was.
 */
export const updated = ({ meanDays, sdDays, weight }: Belief, seen: Observed[]): Belief => {
  const n = seen.reduce((sum, one) => sum + one.weight, 0)
  if (n === 0) return { meanDays, sdDays, weight }
  const mean = seen.reduce((sum, { days, weight: each }) => sum + each * days, 0) / n
  // What is not there yet will come as far from its expectation as its own arrival time says.
  const variance = seen.reduce((sum, one) => sum + one.weight * ((one.days - mean) ** 2 + one.sdDays ** 2), 0) / n
  const all = weight + n
  return {
    meanDays: (weight * meanDays + n * mean) / all,
    sdDays: Math.sqrt((weight * sdDays ** 2 + n * variance + (weight * n * (mean - meanDays) ** 2) / all) / all),
    weight: all,
  }
}

/** The same belief, less sure of itself: what others showed must not outweigh what it will show itself. */
export const atMost = (belief: Belief, weight: number): Belief => ({ ...belief, weight: Math.min(belief.weight, weight) })
