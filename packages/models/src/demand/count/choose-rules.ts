import type { DemandSeries } from '../series.ts'
import { expectedBy, readHistory } from './history.ts'
import { writeQuantiles } from './lead-time-quantiles.ts'
import { type CountRule, countRules } from './rule.ts'

/** The service levels that stock is planned for, at which rules are judged. */
const serviceLevels = [0.5, 0.8, 0.9, 0.95, 0.99]
/** Judged on so many of the newest lead times of at most so many series: more would say the same, slower. */
const originsMax = 3
const seriesMax = 200
/** A shorter history says too little to judge by. */
const leastHistory = 9

/** The usual variance over mean within a group: the median, as a few series are wild. 1, as of Poisson, where nothing is known. */
export const groupDispersion = (series: DemandSeries[], back = 0): number => {
  const ratios = series
    .map(({ values }) => readHistory(values, values.length - back))
    .filter(({ mean, n }) => mean > 0 && n > 1)
    .map(({ mean, variance }) => variance / mean)
    .sort((a, b) => a - b)
  return ratios[ratios.length >> 1] ?? 1
}

/**
 * The rules a group of series is forecast by: judged by rolling origin on demand over a lead time of `periods` at the levels stock is
 * planned for; of those within one standard error of the best, the ones with the plainest level (Breiman's rule, 1984), all of them,
 * to be averaged. With too little history the plainest.
 */
export const chooseRules = (series: DemandSeries[], periods: number): CountRule[] => {
  const step = Math.max(1, Math.floor(series.length / seriesMax))
  const judged = series.filter((_, at) => at % step === 0)
  const dispersions = Array.from({ length: originsMax }, (_, origin) => groupDispersion(judged, (origin + 1) * periods))
  const losses = judged.map((one) => lossesOf(one, periods, dispersions)).filter((each) => each !== undefined)
  const plainest = countRules.filter(({ recent }) => recent === 0)
  if (losses.length === 0) return plainest

  const totals = countRules.map((_, rule) => losses.reduce((sum, each) => sum + (each[rule] as number), 0))
  const best = totals.indexOf(Math.min(...totals))
  const near = countRules.filter((_, rule) => isNear(losses.map((each) => (each[rule] as number) - (each[best] as number))))
  const least = Math.min(...near.map(({ recent }) => recent))
  return near.filter(({ recent }) => recent === least)
}

// By rule, the mean loss over the newest lead times, as a share of how much demand changes from one period to the next.
const lossesOf = ({ values }: DemandSeries, periods: number, dispersions: number[]): Float64Array | undefined => {
  let change = 0
  for (let at = 1; at < values.length; at++) change += Math.abs((values[at] as number) - (values[at - 1] as number)) || 0
  if (change === 0) return undefined
  const losses = new Float64Array(countRules.length)
  const quantiles = new Float64Array(serviceLevels.length)
  let origins = 0
  for (const [origin, dispersion] of dispersions.entries()) {
    const until = values.length - (origin + 1) * periods
    if (until < leastHistory) break
    let actual = 0
    for (let at = until; at < until + periods; at++) actual += values[at] as number
    if (Number.isNaN(actual)) continue
    origins++
    const history = readHistory(values, until)
    for (const [at, rule] of countRules.entries()) {
      const { mean, variance } = expectedBy(rule, history, dispersion)
      writeQuantiles(periods * mean, periods * variance, serviceLevels, quantiles)
      losses[at] = (losses[at] as number) + pinball(actual, quantiles)
    }
  }
  return origins > 0 ? losses.map((loss) => (loss * values.length) / change / origins) : undefined
}

const pinball = (actual: number, quantiles: Float64Array) => {
  let loss = 0
  for (const [at, level] of serviceLevels.entries()) {
    const over = actual - (quantiles[at] as number)
    loss += over >= 0 ? level * over : (level - 1) * over
  }
  return loss
}

const isNear = (differences: number[]) => {
  const n = differences.length
  const mean = differences.reduce((sum, each) => sum + each, 0) / n
  if (mean <= 0) return true
  const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, n - 1)
  return mean <= Math.sqrt(variance / n)
}
