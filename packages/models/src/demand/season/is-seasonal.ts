import { autocorrelation } from './autocorrelation.ts'

/** The one-sided 90 % normal quantile: the confidence the M4 competition asks of a season. */
const confidence = 1.645

/**
 * Whether the autocorrelation at the period is beyond what chance explains (Bartlett's bound), given at least three periods:
 * the test of the M4 competition (Makridakis, Spiliotis & Assimakopoulos 2020). No value may be missing.
 */
export const isSeasonal = (values: ArrayLike<number>, period: number): boolean => {
  if (period < 2 || values.length < 3 * period) return false
  const correlation = autocorrelation(values, period)
  let sum = 1
  for (let lag = 1; lag < period; lag += 1) sum += 2 * (correlation[lag - 1] as number) ** 2
  return Math.abs(correlation[period - 1] as number) > confidence * Math.sqrt(sum / values.length)
}
