/** How good predictions were, in hours or pieces. Errors are those of P50; bias is above 0 where predictions were too high. */
export type Figures = {
  cases: number
  meanError: number
  medianError: number
  bias: number
  /** Share of what happened between P10 and P90. */
  coverage: number
  /** Pinball loss, mean over the three levels. */
  pinball: number
}

/** How a model did beside its naive rule, as sums that can be added up over the parts of a test. */
export type BesideNaive = {
  cases: number
  /** Sums of absolute errors. */
  errors: number
  naiveErrors: number
  /** Sum of the squares of the differences between the two errors of each case. */
  squares: number
}

/** What tests on the past can be grouped by: as they were made, or of demand by product or by warehouse. */
export const backtestGroups = ['group', 'product', 'warehouse'] as const
export type BacktestGrouping = (typeof backtestGroups)[number]

/** What predictions can be grouped by. */
export const accuracyGroups = ['lane', 'mode', 'carrier', 'country', 'product', 'warehouse', 'horizon'] as const
export type AccuracyGroup = (typeof accuracyGroups)[number]
