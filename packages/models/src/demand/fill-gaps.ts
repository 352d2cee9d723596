/**
 * The values with every gap filled: by the value one season before or after where known, else along the line between the
 * neighbours. Out-of-stock periods then neither pull the level down nor look like a season.
 */
export const fillGaps = (values: ArrayLike<number>, period: number): Float64Array => {
  const filled = Float64Array.from(values)
  const length = filled.length
  if (!filled.some(Number.isNaN)) return filled
  const known = (at: number) => at >= 0 && at < length && !Number.isNaN(values[at] as number)
  let previous = -1
  for (let at = 0; at < length; at += 1) {
    if (known(at)) {
      previous = at
      continue
    }
    let next = at + 1
    while (next < length && !known(next)) next += 1
    const before = previous >= 0 ? (values[previous] as number) : Number.NaN
    const after = next < length ? (values[next] as number) : Number.NaN
    const line = previous < 0 ? after : next >= length ? before : before + ((after - before) * (at - previous)) / (next - previous)
    const seasons = period > 1 ? [at - period, at + period].filter(known).map((same) => values[same] as number) : []
    const seasonal = seasons.reduce((sum, value) => sum + value / seasons.length, 0)
    filled[at] = Number.isNaN(line) ? 0 : seasons.length > 0 ? (seasonal + line) / 2 : line
  }
  return filled
}
