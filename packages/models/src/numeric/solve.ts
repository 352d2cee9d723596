/** The x between `low` and `high` where a continuous, falling or rising function crosses zero; an end where it does not cross. */
export const solve = (f: (x: number) => number, low: number, high: number): number => {
  const rising = f(high) > f(low)
  for (let round = 0; round < 200 && high - low > 1e-12 * Math.max(1, Math.abs(low), Math.abs(high)); round++) {
    const middle = (low + high) / 2
    if (f(middle) > 0 === rising) high = middle
    else low = middle
  }
  return (low + high) / 2
}
