export type Limits = { min: number | null; max: number | null }
type Point = { at: number; low: number; high: number }
export type Stretch = { from: number; until: number }

const isOutside = ({ low, high }: Point, { min, max }: Limits) => (min !== null && low < min) || (max !== null && high > max)

/**
 * When values lay outside their limits, as far as the points tell: each stands for the time until the next one, but for no longer than
 * `stepMs`, as nothing is known of a time without any.
 */
export const outsideStretches = (points: readonly Point[], limits: Limits, stepMs: number): Stretch[] => {
  const stretches: Stretch[] = []
  for (const [index, point] of points.entries()) {
    if (!isOutside(point, limits)) continue
    const until = Math.min(points[index + 1]?.at ?? point.at, point.at + stepMs)
    const last = stretches.at(-1)
    if (last && last.until === point.at) last.until = until
    else stretches.push({ from: point.at, until })
  }
  return stretches
}

export const lengthMs = (stretches: readonly Stretch[]) => stretches.reduce((sum, { from, until }) => sum + until - from, 0)

/** Three times the usual distance between two points: farther apart they are not joined. */
export const gapFromMs = (points: readonly Pick<Point, 'at'>[]) => {
  const steps = points.slice(1).map(({ at }, index) => at - (points[index] as Pick<Point, 'at'>).at)
  return 3 * (steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0)
}
