import { methods } from '../methods/index.ts'
import { type DemandForecast, type DemandSeries, levels, type Quantiles } from '../series.ts'
import { chooseSettings } from './choose-setting.ts'
import { lossAt, type Member, member } from './member.ts'
import { combine, sayAll } from './say-all.ts'
import { type Seen, type Setting, seeTogether } from './setting.ts'
import { type Miss, type Spread, spreadOf } from './spread.ts'
import { uncertainty } from './uncertainty.ts'
import { weighMethods } from './weigh-methods.ts'

/** What a forecast of continuous demand says; the class of the demand is known elsewhere. */
export type PoolForecast = Omit<DemandForecast, 'class'>

type Tested = { tested?: { tests: number; scaledError: number } }

/** How often to test each series in its past: one that stands alone has to tell by itself what many tell together. */
const testsFor = (series: number) => (series >= 100 ? 1 : series >= 30 ? 2 : 4)

type Test = { member: Member; origin: number; said: Float64Array[]; seen: Seen }

/** So many series, spread evenly over the pool, tell how well methods do and by how much they miss. */
const enoughSeries = 500

/** What every method says of each series from its `turn`-th origin; series without one are left out, as are those that so many others speak for. */
const testTurn = (pool: Member[], settings: Setting[], horizon: number, turn: number): Test[] => {
  const every = Math.ceil(pool.length / enoughSeries)
  const taking = pool.flatMap((one, at) => {
    const origin = at % every === 0 ? one.origins[turn] : undefined
    return origin === undefined ? [] : [{ member: one, origin, values: one.values, length: origin, setting: settings[at] as Setting }]
  })
  return seeTogether(taking).map((seen, at) => {
    const { member, origin } = taking[at] as (typeof taking)[number]
    return { member, origin, seen, said: sayAll(seen, horizon) }
  })
}

const meanLosses = (tests: Test[]): Float64Array =>
  Float64Array.from(methods, (_, method) => {
    const sum = tests.reduce((total, { member, origin, said }) => total + lossAt(member, origin, said[method] as Float64Array), 0)
    return tests.length > 0 ? sum / tests.length : 0
  })

const missOf = ({ member, origin, said, seen }: Test, weights: Float64Array): Miss => {
  const forecast = combine(said, weights)
  return {
    errors: forecast.map((value, at) => (member.values[origin + at] as number) - value),
    uncertainty: uncertainty(seen, forecast.length, member.scale),
    scale: member.scale,
  }
}

/** What the forecast as it is weighed now would have missed by; nothing where there was no test. */
const testedBy = (tests: Test[], weights: Float64Array): Tested => {
  if (tests.length === 0) return {}
  const sum = tests.reduce((total, { member, origin, said }) => total + lossAt(member, origin, combine(said, weights)), 0)
  return { tested: { tests: tests.length, scaledError: sum / tests.length } }
}

/** The mean of a distribution known by quantiles: each stands for the probability nearest to it. */
const meanOf = (quantiles: Quantiles, at: number): number =>
  levels.reduce((sum, level, position) => {
    const below = position > 0 ? ((levels[position - 1] as number) + level) / 2 : 0
    const above = position < levels.length - 1 ? (level + (levels[position + 1] as number)) / 2 : 1
    return sum + (above - below) * (quantiles[level]?.[at] as number)
  }, 0)

const accumulated = (values: ArrayLike<number>): number[] => {
  let sum = 0
  return Array.from(values, (value) => {
    sum += value
    return sum
  })
}

const describe = (weights: Float64Array) =>
  methods
    .map(({ name }, at) => ({ name, weight: weights[at] as number }))
    .filter(({ weight }) => weight >= 0.05)
    .sort((one, other) => other.weight - one.weight)

const finish = (one: Member, seen: Seen, horizon: number, weights: Float64Array, spread: Spread): PoolForecast => {
  const point = Array.from(combine(sayAll(seen, horizon), weights))
  const unsure = uncertainty(seen, horizon, one.scale)
  const low = one.lift > 0 ? Number.NEGATIVE_INFINITY : 0
  const around = (middle: number[], width: number[], quantiles: Float64Array[], lift: (at: number) => number): Quantiles =>
    Object.fromEntries(
      levels.map((level, position) => [
        level,
        middle.map((value, at) => Math.max(low, value + (quantiles[at]?.[position] as number) * (width[at] as number) - lift(at))),
      ]),
    )
  const quantiles = around(point, Array.from(unsure), spread.single, () => one.lift)
  const cumulative = around(accumulated(point), accumulated(unsure), spread.cumulative, (at) => one.lift * (at + 1))
  const used = describe(weights)
  const season = seen.indices.some((index) => index !== 1) ? seen.indices.length : 1
  return {
    point: quantiles[0.5] as number[],
    mean: point.map((_, at) => meanOf(quantiles, at)),
    quantiles,
    cumulative,
    method: used.map(({ name }) => name.replaceAll('-', ' ')).join(' + '),
    season,
    reasons: [
      ...used.map(({ name, weight }) => ({ code: 'method' as const, values: { method: name, share: weight } })),
      season > 1 ? { code: 'season', values: { periods: season } } : { code: 'no-season', values: {} },
      { code: 'window', values: { periods: seen.values.length } },
    ],
  }
}

/**
 * Forecasts of series without gaps that share period and horizon. Tests in the past of all of them choose the season and the window,
 * weigh the methods and say how far off forecasts tend to be; the series differ in level, season, trend and uncertainty.
 */
export const forecastPool = (series: Pick<DemandSeries, 'period' | 'horizon'>, histories: Float64Array[]): PoolForecast[] => {
  const { period, horizon } = series
  const turns = testsFor(histories.length)
  const pool = histories.map((values) => member(values, period, horizon, turns))
  const settings = chooseSettings(pool, period, horizon)
  const tests = Array.from({ length: turns }, (_, turn) => testTurn(pool, settings, horizon, turn))
  const all = tests.flat()
  const weights = weighMethods(meanLosses(all), all.length)
  // The latest test that there is: older ones know less of the series than the forecast does, and miss by more.
  const spread = spreadOf(
    (tests[0] ?? []).map((test) => missOf(test, weights)),
    horizon,
  )
  const now = seeTogether(pool.map(({ values }, at) => ({ values, length: values.length, setting: settings[at] as Setting })))
  const tested = testedBy(all, weights)
  return pool.map((one, at) => ({ ...finish(one, now[at] as Seen, horizon, weights, spread), ...tested }))
}
