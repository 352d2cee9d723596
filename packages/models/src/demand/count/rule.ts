/** How fast a smoothed level follows: the weight of the newest period. */
export const smoothings = [0.05, 0.1, 0.2] as const

/** One way to look at a history of counts. */
export type CountRule = {
  /** Share of exponential smoothing in the level; the rest is the mean of all history. */
  recent: number
  /** Which of the smoothings. */
  smoothing: number
  /** So many periods' worth of the group's dispersion are mixed into the series' own. */
  pooled: number
  /** Variance beyond what history shows: history is short, and the future wider. */
  widening: number
}

/** The rules that are tried on the past, the plainest level first. Few and far apart: history is too short to tell finer ones from each other. */
export const countRules: CountRule[] = [
  { recent: 0, smoothing: 0 },
  ...[0.5, 1].flatMap((recent) => smoothings.map((_, smoothing) => ({ recent, smoothing }))),
].flatMap((level) => [0, 8].flatMap((pooled) => [1, 1.25].map((widening) => ({ ...level, pooled, widening }))))
