/** The last so many values, in the order of time and in the order of size. Plain data. */
export type Sliding = { size: number; inTime: number[]; inOrder: number[] }

export const newSliding = (size: number): Sliding => ({ size, inTime: [], inOrder: [] })

export const slide = ({ size, inTime, inOrder }: Sliding, value: number) => {
  if (inTime.length >= size) inOrder.splice(placeOf(inOrder, inTime.shift() as number), 1)
  inTime.push(value)
  inOrder.splice(placeOf(inOrder, value), 0, value)
}

/** With straight lines between the values, so that a level between two of them is not a guess for either. */
export const quantileOf = (inOrder: ArrayLike<number>, level: number): number => {
  if (inOrder.length === 0) return Number.NaN
  const at = Math.min(inOrder.length - 1, Math.max(0, level * (inOrder.length - 1)))
  const low = Math.floor(at)
  const under = inOrder[low] as number
  return low + 1 < inOrder.length ? under + (at - low) * ((inOrder[low + 1] as number) - under) : under
}

const placeOf = (inOrder: number[], value: number) => {
  let low = 0
  let high = inOrder.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((inOrder[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
