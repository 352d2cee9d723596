import { standardQuantile } from '../../distribution/normal.ts'
import { writeQuantiles } from '../count/lead-time-quantiles.ts'
import { forecastPool, type PoolForecast } from '../pool/forecast-pool.ts'
import { lossAt, type Member, member } from '../pool/member.ts'
import { levels, type Quantiles } from '../series.ts'
import { analogues, type Step } from './analogues.ts'
import { type DrivenSeries, driverScales } from './driven-series.ts'
import { effectsOf, factorAt } from './effects.ts'

type Shape = { period: number; horizon: number }

/** The series as the pool may see it: what the drivers did taken out, up to `length`, and what they will do. */
const undriven = (pool: DrivenSeries[], lengths: number[], { period, horizon }: Shape) => {
  const past = pool.map((one, at) => ({ ...one, values: one.values.slice(0, lengths[at]) }))
  const scales = driverScales(past)
  const effects = effectsOf(past, period, scales)
  const factor = (one: DrivenSeries, at: number, index: number) => factorAt(one.drivers, index, effects[at] as Float64Array, scales)
  return {
    scales,
    effects,
    plain: past.map((one, at) => one.values.map((value, index) => value / factor(one, at, index))),
    ahead: past.map((one, at) => Float64Array.from({ length: horizon }, (_, step) => factor(one, at, one.values.length + step))),
  }
}

const scaledBy = (quantiles: Quantiles, factors: Float64Array): Quantiles =>
  Object.fromEntries(levels.map((level) => [level, (quantiles[level] as number[]).map((value, at) => value * (factors[at] as number))]))

/** A forecast of what is left without the drivers, with what they will do put back. Sums are moved as their medians are. */
const driven = (forecast: PoolForecast, factors: Float64Array): PoolForecast => {
  const point = forecast.point.map((value, at) => value * (factors[at] as number))
  let before = 0
  let after = 0
  const ratios = Float64Array.from(point, (value, at) => {
    before += forecast.point[at] as number
    after += value
    return before > 0 ? after / before : 1
  })
  return {
    ...forecast,
    point,
    mean: forecast.mean.map((value, at) => value * (factors[at] as number)),
    quantiles: scaledBy(forecast.quantiles, factors),
    cumulative: scaledBy(forecast.cumulative, ratios),
    method: `${forecast.method}, drivers taken out`,
    reasons: [...forecast.reasons, { code: 'drivers-apart', values: {} }],
  }
}

/**
 * By how much the variance of a sum of periods exceeds the sum of their variances, per further period: good and bad
 * stretches come in runs. From tests of the pool, never below none.
 */
const runsOf = (tests: { member: Member; origin: number; steps: Step[] }[]): number => {
  let more = 0
  let per = 0
  for (const { member, origin, steps } of tests) {
    let error = 0
    let variance = 0
    steps.forEach((step, at) => {
      error += (member.values[origin + at] as number) - step.mean
      variance += step.variance
    })
    if (!(variance > 0)) continue
    more += Math.min(30, (error * error) / variance) - 1
    per += steps.length - 1
  }
  return per > 0 ? Math.max(0, more / per) : 0
}

/** Sums of periods as counts when demand is counted, else as normal as sums are. */
const sumsOf = (steps: Step[], runs: number, counted: boolean): Quantiles => {
  let mean = 0
  let variance = 0
  const rows = steps.map((step, at) => {
    mean += step.mean
    variance += step.variance
    if (at === 0) return step.quantiles
    const wide = variance * (1 + runs * at)
    if (counted) return writeQuantiles(mean, wide, levels, new Float64Array(levels.length))
    return Float64Array.from(levels, (level) => Math.max(0, mean + Math.sqrt(wide) * standardQuantile(level)))
  })
  return byLevel(rows)
}

const byLevel = (rows: Float64Array[]): Quantiles =>
  Object.fromEntries(levels.map((level, position) => [level, rows.map((row) => row[position] as number)]))

/** How far analogues may be brought to the level of now, besides taking the drivers out and forecasting the rest. */
const follows = [0, 0.5, 1]

const medianAt = levels.indexOf(0.5)

const medians = (steps: Step[]) => Float64Array.from(steps, ({ quantiles }) => quantiles[medianAt] as number)

/**
 * Forecasts of series whose drivers are known beforehand, promotions above all. Two ways, of which the pool takes the one that
 * served it better in a test on its last periods: demand in periods like those to come, or a forecast
 * of what is left without the drivers.
 */
export const forecastDriven = (shape: Shape, pool: DrivenSeries[]): PoolForecast[] => {
  const { period, horizon } = shape
  const members = pool.map(({ values }) => member(values, period, horizon, 1))
  const tested = pool.flatMap((one, at) => {
    const found = members[at] as Member
    return found.origins[0] === undefined ? [] : [{ one, member: found, origin: found.origins[0] }]
  })
  const past = undriven(
    tested.map(({ one }) => one),
    tested.map(({ origin }) => origin),
    shape,
  )
  const stepsOf = (follow: number) =>
    tested.map(({ one, origin }, at) => analogues(one, origin, horizon, period, past.effects[at] as Float64Array, past.scales, follow))
  const losses = follows.map((follow) =>
    stepsOf(follow).reduce((sum, steps, at) => {
      const { member, origin } = tested[at] as (typeof tested)[number]
      return sum + lossAt(member, origin, medians(steps))
    }, 0),
  )
  const without = tested.length > 0 ? forecastPool(shape, past.plain) : []
  const loss = without.reduce((sum, forecast, at) => {
    const { member, origin } = tested[at] as (typeof tested)[number]
    return sum + lossAt(member, origin, Float64Array.from(driven(forecast, past.ahead[at] as Float64Array).point))
  }, 0)

  const now = undriven(
    pool,
    pool.map(({ values }) => values.length),
    shape,
  )
  const least = Math.min(...losses)
  const testedBy = (sum: number) => (tested.length > 0 ? { tested: { tests: tested.length, scaledError: sum / tested.length } } : {})
  if (loss < least || tested.length === 0)
    return forecastPool(shape, now.plain).map((forecast, at) => ({ ...driven(forecast, now.ahead[at] as Float64Array), ...testedBy(loss) }))

  const follow = follows[losses.indexOf(least)] as number
  const runs = runsOf(stepsOf(follow).map((steps, at) => ({ ...(tested[at] as (typeof tested)[number]), steps })))
  return pool.map((one, at) => {
    const steps = analogues(one, one.values.length, horizon, period, now.effects[at] as Float64Array, now.scales, follow)
    const quantiles = byLevel(steps.map((step) => step.quantiles))
    return {
      point: quantiles[0.5] as number[],
      mean: steps.map(({ mean }) => mean),
      quantiles,
      cumulative: sumsOf(steps, runs, one.values.every(Number.isInteger)),
      method: 'analogues',
      season: period,
      ...testedBy(least),
      reasons: [
        { code: 'analogues', values: {} },
        { code: follow > 0 ? 'level-of-now' : 'level-as-it-was', values: {} },
      ],
    }
  })
}
