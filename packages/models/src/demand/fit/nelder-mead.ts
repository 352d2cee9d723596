/**
 * The simplex search of Nelder & Mead (1965) for a few parameters, each kept within its bounds by clamping.
 * The objective may return Infinity. Returns the best point found; `evaluations` bounds the work.
 */
export const minimise = (
  objective: (point: Float64Array) => number,
  start: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  { evaluations = 200, tolerance = 1e-5, step = 0.2 }: { evaluations?: number; tolerance?: number; step?: number } = {},
): { point: Float64Array; value: number } => {
  const size = start.length
  const clamp = (point: Float64Array) => {
    for (let at = 0; at < size; at += 1) point[at] = Math.min(high[at] as number, Math.max(low[at] as number, point[at] as number))
    return point
  }
  const simplex = Array.from({ length: size + 1 }, (_, corner) => {
    const point = Float64Array.from(start)
    if (corner > 0) {
      const at = corner - 1
      const reach = step * ((high[at] as number) - (low[at] as number))
      const up = (point[at] as number) + reach
      point[at] = up <= (high[at] as number) ? up : (point[at] as number) - reach
    }
    return clamp(point)
  })
  const values = Float64Array.from(simplex, objective)
  let used = size + 1
  const centre = new Float64Array(size)
  let trial: Float64Array = new Float64Array(size)
  let second: Float64Array = new Float64Array(size)

  const move = (into: Float64Array, from: Float64Array, factor: number) => {
    for (let at = 0; at < size; at += 1) into[at] = (centre[at] as number) + factor * ((from[at] as number) - (centre[at] as number))
    used += 1
    return objective(clamp(into))
  }

  while (used < evaluations) {
    let best = 0
    let worst = 0
    for (let corner = 1; corner <= size; corner += 1) {
      if ((values[corner] as number) < (values[best] as number)) best = corner
      if ((values[corner] as number) >= (values[worst] as number)) worst = corner
    }
    let next = best
    for (let corner = 0; corner <= size; corner += 1)
      if (corner !== worst && (values[corner] as number) > (values[next] as number)) next = corner
    const bestValue = values[best] as number
    const worstValue = values[worst] as number
    if (worstValue - bestValue <= tolerance * (Math.abs(bestValue) + 1e-12)) break

    centre.fill(0)
    for (let corner = 0; corner <= size; corner += 1) {
      if (corner === worst) continue
      const point = simplex[corner] as Float64Array
      for (let at = 0; at < size; at += 1) centre[at] = (centre[at] as number) + (point[at] as number) / size
    }
    const replaced = simplex[worst] as Float64Array
    const reflected = move(trial, replaced, -1)
    let accepted = Number.POSITIVE_INFINITY
    if (reflected < bestValue) {
      const expanded = move(second, replaced, -2)
      accepted = Math.min(expanded, reflected)
      if (expanded < reflected) [trial, second] = [second, trial]
    } else if (reflected < (values[next] as number)) accepted = reflected
    else {
      const contracted = move(second, replaced, reflected < worstValue ? -0.5 : 0.5)
      if (contracted < Math.min(reflected, worstValue)) {
        accepted = contracted
        ;[trial, second] = [second, trial]
      }
    }
    if (accepted < Number.POSITIVE_INFINITY) {
      simplex[worst] = trial
      trial = replaced
      values[worst] = accepted
      continue
    }
    const anchor = simplex[best] as Float64Array
    for (let corner = 0; corner <= size; corner += 1) {
      if (corner === best) continue
      const point = simplex[corner] as Float64Array
      for (let at = 0; at < size; at += 1) point[at] = ((point[at] as number) + (anchor[at] as number)) / 2
      values[corner] = objective(point)
      used += 1
    }
  }
  let best = 0
  for (let corner = 1; corner <= size; corner += 1) if ((values[corner] as number) < (values[best] as number)) best = corner
  return { point: simplex[best] as Float64Array, value: values[best] as number }
}
