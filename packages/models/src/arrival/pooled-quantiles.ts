/**
 * Quantiles of what was seen, where it may be little: what is believed beforehand speaks as if so many values had been seen, one in the
 * middle of each equal share of the probability. Asked for the same shares again, the answer can be the belief of a narrower group; with
 * nothing seen it is the belief unchanged.
 */
export const pooledQuantiles = (believed: readonly number[], seenInOrder: readonly number[]): number[] => {
  if (seenInOrder.length === 0) return [...believed]
  const all = [...believed, ...seenInOrder].sort((one, other) => one - other)
  return believed.map((_, at) => hazenQuantile(all, middleOfShare(at, believed.length)))
}

/** The level in the middle of a share, of so many equal ones. */
export const middleOfShare = (at: number, shares: number) => (at + 0.5) / shares

/** With each value in the middle of its share of the probability (Hazen), which finds back the levels that values were taken at. */
const hazenQuantile = (inOrder: readonly number[], level: number): number => {
  const at = Math.min(inOrder.length - 1, Math.max(0, level * inOrder.length - 0.5))
  const low = Math.floor(at)
  const under = inOrder[low] as number
  return under + (at - low) * ((inOrder[low + 1] ?? under) - under)
}
