/** Bin 0 holds what is missing (NaN); the others are 1 … edges.length + 1 in the order of the values. */
export const mostBins = 254

/**
 * The upper edges of the bins of a feature, so that each bin holds about as many values: all distinct values while they are few.
 * An edge lies midway between neighbours, so that a value a rounding error away falls into the same bin.
 */
export const binEdges = (values: Float64Array, bins = mostBins): Float64Array => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const edges: number[] = []
  let distinct = 0
  for (let at = 0; at < sorted.length; at += 1) if (at === 0 || sorted[at] !== sorted[at - 1]) distinct += 1
  const least = distinct <= bins ? 1 : sorted.length / bins
  let held = 0
  let due = least
  for (let at = 0; at + 1 < sorted.length; at += 1) {
    held += 1
    const value = sorted[at] as number
    const next = sorted[at + 1] as number
    if (value === next || held < due || edges.length + 1 >= bins) continue
    edges.push(middle(value, next))
    // The next bin ends where it would have ended had this one not been held up by equal values.
    due = Math.max(held + 1, least === 1 ? held + 1 : Math.ceil(held / least + 1) * least)
  }
  return Float64Array.from(edges)
}

const middle = (low: number, high: number) => {
  const between = low + (high - low) / 2
  return Number.isFinite(between) && between < high ? between : low
}

/** The bin of a value: the first whose upper edge it does not exceed. */
export const binOf = (edges: Float64Array, value: number): number => {
  if (Number.isNaN(value)) return 0
  let low = 0
  let high = edges.length
  while (low < high) {
    const mid = (low + high) >>> 1
    if (value <= (edges[mid] as number)) high = mid
    else low = mid + 1
  }
  return low + 1
}
