import type { DemandReason, LevelBasis } from '@lading/shared/domain/demand'
import { type DemandForecast, type DemandSeries, levels, type Quantiles } from '../series.ts'
import { chooseRules, groupDispersion } from './choose-rules.ts'
import { expectedBy, readHistory } from './history.ts'
import { writeQuantiles } from './lead-time-quantiles.ts'
import type { CountRule } from './rule.ts'

/** The lead time rules are chosen for, where the horizon is no shorter. */
const leadPeriods = 3

/**
 * Forecasts of counts that are small or come now and then, such as spare parts: a negative binomial for one period and for every lead time
 * up to the horizon. Series of one group choose together how their level moves and share how widely they scatter.
 */
export const forecastCounts = (series: DemandSeries[]): Omit<DemandForecast, 'season' | 'class'>[] => {
  const horizon = Math.min(...series.map((one) => one.horizon))
  const rules = chooseRules(series, Math.min(leadPeriods, horizon))
  const dispersion = groupDispersion(series)
  return series.map((one) => forecastCount(one, rules, dispersion))
}

const forecastCount = ({ values, horizon }: DemandSeries, rules: CountRule[], dispersion: number) => {
  const history = readHistory(values)
  const beliefs = rules.map((rule) => expectedBy(rule, history, dispersion))
  const mean = average(beliefs.map((belief) => belief.mean))
  const variance = average(beliefs.map((belief) => belief.variance))
  // Where the rules differ on the level, they are wrong in every period alike.
  const doubt = average(beliefs.map((belief) => (belief.mean - mean) ** 2))
  const over = (periods: number) =>
    writeQuantiles(periods * mean, periods * variance + periods ** 2 * doubt, levels, new Float64Array(levels.length))

  const single = over(1)
  const sums = Array.from({ length: horizon }, (_, at) => over(at + 1))
  return {
    point: new Array<number>(horizon).fill(single[levels.indexOf(0.5)] as number),
    mean: new Array<number>(horizon).fill(mean),
    quantiles: byLevel((level) => new Array<number>(horizon).fill(single[level] as number)),
    cumulative: byLevel((level) => sums.map((sum) => sum[level] as number)),
    method: 'negative binomial',
    reasons: reasonsOf(rules, mean),
  }
}

const reasonsOf = (rules: CountRule[], mean: number): DemandReason[] => {
  const recent = rules[0]?.recent ?? 0
  const basis: LevelBasis = recent === 0 ? 'history' : recent === 1 ? 'recent' : 'both'
  return mean > 0
    ? [{ code: 'counted', values: { perPeriod: Number(mean.toPrecision(2)), basis } }]
    : [{ code: 'never-asked-for', values: {} }]
}

const byLevel = (values: (level: number) => number[]): Quantiles => Object.fromEntries(levels.map((level, at) => [level, values(at)]))
const average = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length
