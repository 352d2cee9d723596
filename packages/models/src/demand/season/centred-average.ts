/** The centred moving average of values[from … to) over one season (half weights at both ends of an even one); NaN where it does not reach. */
export const centredAverage = (values: ArrayLike<number>, from: number, to: number, season: number): Float64Array => {
  const length = to - from
  const result = new Float64Array(length).fill(Number.NaN)
  const half = season >> 1
  const even = season % 2 === 0
  if (length < 2 * half + 1) return result
  let sum = 0
  for (let at = from; at <= from + 2 * half; at += 1) sum += values[at] as number
  for (let at = half; at + half < length; at += 1) {
    const first = values[from + at - half] as number
    const last = values[from + at + half] as number
    result[at] = (even ? sum - (first + last) / 2 : sum) / season
    if (at + half + 1 < length) sum += (values[from + at + half + 1] as number) - first
  }
  return result
}
