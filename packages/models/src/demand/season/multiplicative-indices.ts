/** The centred moving average over one period (half weights at both ends for an even one); NaN where it does not reach. */
export const centredAverage = (values: ArrayLike<number>, period: number): Float64Array => {
  const result = new Float64Array(values.length).fill(Number.NaN)
  const half = period >> 1
  const even = period % 2 === 0
  for (let at = half; at + half < values.length; at += 1) {
    let sum = 0
    for (let offset = -half; offset <= half; offset += 1) {
      const weight = even && (offset === -half || offset === half) ? 0.5 : 1
      sum += weight * (values[at + offset] as number)
    }
    result[at] = sum / period
  }
  return result
}

/**
 * Seasonal indices of the classical multiplicative decomposition, by position in the period, with mean 1:
 * the mean ratio to the centred moving average.
 */
export const multiplicativeIndices = (values: ArrayLike<number>, period: number): Float64Array => {
  const trend = centredAverage(values, period)
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
