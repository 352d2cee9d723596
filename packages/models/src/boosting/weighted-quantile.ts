/**
 * The quantile of values with weights: the value where the weight below it and half its own reach the level, straight lines between.
 * Sorts `values` and `weights` together.
 */
export const weightedQuantile = (values: Float64Array, weights: Float64Array, level: number): number => {
  if (values.length === 0) return Number.NaN
  const order = Uint32Array.from(values.keys()).sort((one, other) => (values[one] as number) - (values[other] as number))
  let total = 0
  for (const weight of weights) total += weight
  const wanted = level * total
  let below = 0
  let before = Number.NaN
  let beforeAt = 0
  for (const at of order) {
    const weight = weights[at] as number
    if (weight <= 0) continue
    const value = values[at] as number
    const reached = below + weight / 2
    if (reached >= wanted) {
      if (Number.isNaN(before)) return value
      return before + ((value - before) * (wanted - beforeAt)) / (reached - beforeAt)
    }
    below += weight
    before = value
    beforeAt = reached
  }
  return before
}

/** The same for values that count alike. Sorts them in place, which is several times faster than sorting them by a list of places. */
export const plainQuantile = (values: Float64Array, level: number): number => {
  values.sort()
  const at = Math.min(values.length - 1, Math.max(0, level * values.length - 0.5))
  const low = Math.floor(at)
  const under = values[low] as number
  return low + 1 < values.length ? under + (at - low) * ((values[low + 1] as number) - under) : under
}
