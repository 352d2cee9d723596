type Days = {
  /** A value a day. */
  mean: number[]
  /** By level, quantiles of all demand from the first day up to and including each. */
  cumulative: Record<string, number[]>
}

export type Week = { mean: number; p10: number; p50: number; p90: number }

/**
 * A forecast by the day as one by the week, whole weeks only. Quantiles do not add up, but those of all demand so far are known: a week's
 * middle is what it adds to theirs, and it is as wide as what it adds to their width, in squares, as of weeks that do not know of each other;
 * where they go the same way that is too wide rather than too narrow. The first week is exact. 0 ≤ P10 ≤ P50 ≤ P90.
 */
export const byWeek = ({ mean, cumulative }: Days): Week[] =>
  Array.from({ length: Math.floor(mean.length / 7) }, (_, week) => {
    const until = week * 7 + 6
    const [before, after] = [soFar(cumulative, week * 7 - 1), soFar(cumulative, until)]
    const p50 = Math.max(0, after.p50 - before.p50)
    return {
      mean: mean.slice(week * 7, until + 1).reduce((sum, each) => sum + each, 0),
      p10: Math.max(0, p50 - added(before.p50 - before.p10, after.p50 - after.p10)),
      p50,
      p90: p50 + added(before.p90 - before.p50, after.p90 - after.p50),
    }
  })

const soFar = (cumulative: Days['cumulative'], day: number) => {
  const at = (level: string) => (day < 0 ? 0 : (cumulative[level]?.[day] ?? 0))
  return { p10: at('0.1'), p50: at('0.5'), p90: at('0.9') }
}

const added = (before: number, after: number) => Math.sqrt(Math.max(0, after ** 2 - before ** 2))
