/** The index of the point nearest to an instant, of points in order of time; −1 where there is none. */
export const nearestIndex = (points: readonly { at: number }[], ms: number) => {
  let [low, high] = [0, points.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle]?.at as number) < ms) low = middle + 1
    else high = middle
  }
  const [before, after] = [points[low - 1], points[low]]
  if (!before || !after) return before ? low - 1 : after ? low : -1
  return ms - before.at <= after.at - ms ? low - 1 : low
}
