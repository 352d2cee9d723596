/** Values in order, each counting as so many; where nothing is said of that, as one. */
export type Seen = { inOrder: readonly number[]; weights?: readonly number[] }

/**
 * Quantiles of what was seen, where it may be little: what is believed beforehand speaks as if so many values had been seen, one in the
 * middle of each equal share of the probability. Asked for the same shares again, the answer can be the belief of a narrower group; with
 * nothing seen it is the belief unchanged.
 */
export const pooledQuantiles = (believed: readonly number[], { inOrder, weights }: Seen): number[] => {
  if (inOrder.length === 0) return [...believed]
  const values: number[] = []
  const middles: number[] = []
  let before = 0
  const add = (value: number, weight: number) => {
    values.push(value)
    middles.push(before + weight / 2)
    before += weight
  }
  let next = 0
  for (const [at, value] of inOrder.entries()) {
    for (; next < believed.length && (believed[next] as number) <= value; next += 1) add(believed[next] as number, 1)
    add(value, weights?.[at] ?? 1)
  }
  for (; next < believed.length; next += 1) add(believed[next] as number, 1)
  // Levels rise, so that each is looked for from where the one before was found.
  let above = 1
  return believed.map((_, at) => {
    const place = middleOfShare(at, believed.length) * before
    while (above < values.length - 1 && (middles[above] as number) < place) above += 1
    return between(values, middles, above, place)
  })
}

/** The level in the middle of a share, of so many equal ones. */
export const middleOfShare = (at: number, shares: number) => (at + 0.5) / shares

/**
 * Along a straight line to the value `above` from the one before, with each value in the middle of its share of the probability (Hazen), which
 * finds back the levels that values were taken at; beyond the ends, the end.
 */
const between = (values: number[], middles: number[], above: number, place: number): number => {
  const [low, high] = [middles[above - 1] as number, middles[above] as number]
  const [from, to] = [values[above - 1] as number, values[above] as number]
  return high > low ? Math.min(to, from + Math.min(1, Math.max(0, (place - low) / (high - low))) * (to - from)) : from
}
