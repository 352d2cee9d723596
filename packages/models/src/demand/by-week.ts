type Days = {
  /** A value a day. */
  mean: number[]
  /** By level, a value a day. */
  quantiles: Record<string, number[]>
  /** By level, quantiles of all demand from the first day up to and including each. */
  cumulative: Record<string, number[]>
}

export type Week = { mean: number; p10: number; p50: number; p90: number }

/**
 * A forecast by the day as one by the week, whole weeks only. Quantiles do not add up. Those of the first week are known, being those of all
 * demand so far; a later week's middle is what it adds to the middle so far, and it is as much wider than the first as its days are, which
 * takes the days of every week to go together as those of the first do. 0 ≤ P10 ≤ P50 ≤ P90.
 */
export const byWeek = ({ mean, quantiles, cumulative }: Days): Week[] => {
  const soFar = (level: string, day: number) => (day < 0 ? 0 : (cumulative[level]?.[day] ?? 0))
  const [low, middle, high] = [soFar('0.1', 6), soFar('0.5', 6), soFar('0.9', 6)]
  const first = spreadOf(quantiles, 0)
  return Array.from({ length: Math.floor(mean.length / 7) }, (_, week) => {
    const from = week * 7
    const p50 = Math.max(0, soFar('0.5', from + 6) - soFar('0.5', from - 1))
    const wider = first > 0 ? spreadOf(quantiles, from) / first : 1
    return {
      mean: mean.slice(from, from + 7).reduce((sum, each) => sum + each, 0),
      p10: Math.max(0, p50 - Math.max(0, middle - low) * wider),
      p50,
      p90: p50 + Math.max(0, high - middle) * wider,
    }
  })
}

/** How far apart the deciles of the days of a week are, in all. */
const spreadOf = (quantiles: Days['quantiles'], from: number) => {
  const sum = (level: string) => (quantiles[level] ?? []).slice(from, from + 7).reduce((total, each) => total + each, 0)
  return Math.max(0, sum('0.9') - sum('0.1'))
}
