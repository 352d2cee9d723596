const golden = (Math.sqrt(5) - 1) / 2

/** The x between `low` and `high` with the least f(x), for a function with one valley. */
export const minimise = (f: (x: number) => number, low: number, high: number): number => {
  let [a, b] = [low, high]
  let [c, d] = [b - golden * (b - a), a + golden * (b - a)]
  let [atC, atD] = [f(c), f(d)]
  while (b - a > 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))) {
    if (atC < atD) {
      ;[b, d, atD] = [d, c, atC]
      c = b - golden * (b - a)
      atC = f(c)
    } else {
      ;[a, c, atC] = [c, d, atD]
      d = a + golden * (b - a)
      atD = f(d)
    }
  }
  return (a + b) / 2
}
