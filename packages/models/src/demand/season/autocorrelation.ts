/** Autocorrelation at lags 1 … `lags`, around the mean, over the variance of the whole; zeros for a constant sequence. */
export const autocorrelation = (values: ArrayLike<number>, lags: number): Float64Array => {
  const length = values.length
  let mean = 0
  for (let at = 0; at < length; at += 1) mean += (values[at] as number) / length
  const centred = Float64Array.from(values, (value) => value - mean)
  let variance = 0
  for (let at = 0; at < length; at += 1) variance += (centred[at] as number) ** 2
  const result = new Float64Array(lags)
  if (!(variance > 0)) return result
  for (let lag = 1; lag <= Math.min(lags, length - 1); lag += 1) {
    let sum = 0
    for (let at = lag; at < length; at += 1) sum += (centred[at] as number) * (centred[at - lag] as number)
    result[lag - 1] = sum / variance
  }
  return result
}
