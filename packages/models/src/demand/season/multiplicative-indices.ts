import { centredAverage } from './centred-average.ts'

/**
 * Seasonal indices of the classical multiplicative decomposition, by position in the period, with mean 1:
 * the mean ratio to the centred moving average.
 */
export const multiplicativeIndices = (values: ArrayLike<number>, period: number): Float64Array => {
  const trend = centredAverage(values, 0, values.length, period)
  const sums = new Float64Array(period)
  const counts = new Float64Array(period)
  for (let at = 0; at < values.length; at += 1) {
    const ratio = (values[at] as number) / (trend[at] as number)
    if (!Number.isFinite(ratio)) continue
    sums[at % period] = (sums[at % period] as number) + ratio
    counts[at % period] = (counts[at % period] as number) + 1
  }
  const indices = sums.map((sum, position) => (counts[position] ? sum / (counts[position] as number) : 1))
  const mean = indices.reduce((sum, index) => sum + index, 0) / period
  return mean > 0 ? indices.map((index) => index / mean) : indices.fill(1)
}
