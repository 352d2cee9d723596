import type { DemandClass, DemandReason } from '@lading/shared/domain/demand'

/**
 * What is known of one product's demand: a value a period, oldest first, NaN where nothing can be said of demand
 * (out of stock, not yet sold, not recorded).
 */
export type DemandSeries = {
  values: ArrayLike<number>
  /** Periods in the season of the calendar: 12 for months, 7 for days, 1 for none known (others may still be found). */
  period: number
  /** How many periods to forecast. */
  horizon: number
  /** What drives demand and is known beforehand, promotions above all: one sequence each, as long as `values`. */
  regressors?: ArrayLike<number>[]
  /** The same sequences over the horizon. */
  futureRegressors?: ArrayLike<number>[]
  /** Series of one group share what they have learnt: how a promotion works, how wrong forecasts tend to be. */
  group?: string
}

export type { DemandClass }

/** The levels of every forecast's quantiles. */
export const levels = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.975, 0.99] as const

/** By level, a value a period of the horizon. */
export type Quantiles = Record<number, number[]>

export type DemandForecast = {
  /** The middle of what is expected, a value a period: least wrong in absolute terms. */
  point: number[]
  /** Expected demand, a value a period: what adds up over products and periods. */
  mean: number[]
  quantiles: Quantiles
  /** Quantiles of all demand from the next period up to and including this one: what a lead time has to be covered for. */
  cumulative: Quantiles
  /** The methods the forecast rests on. */
  method: string
  /** Periods in the season that was found; 1 when there is none. */
  season: number
  class: DemandClass
  /** How it did in tests on the past of the series and those like it: mean absolute error over the usual change from season to season. */
  tested?: { tests: number; scaledError: number }
  /** Why it is what it is. */
  reasons: DemandReason[]
}
