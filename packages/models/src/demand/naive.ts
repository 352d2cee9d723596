import type { DemandReason } from '@lading/shared/domain/demand'
import { classify } from './classify.ts'
import { type DemandForecast, levels, type Quantiles } from './series.ts'

const week = 7
/** Fewer errors of the past say too little of quantiles; longer spans are then as far off as the longest that has so many, in proportion. */
const fewestErrors = 12

/**
 * The rule that every forecast of daily demand has to beat: a day of the first week to come is as the same weekday of the last week, one of the second
 * week as in the week before that, and so on, so that so many weeks sell what as many weeks before did. The quantiles are those of the
 * errors that the rule made in the past of the series, around what it says. NaN where demand is not known.
 */
export const forecastNaive = (values: ArrayLike<number>, horizon: number, reasons: DemandReason[] = []): DemandForecast => {
  const known = filled(values)
  const point = Array.from({ length: horizon }, (_, day) => sayDay(known, day))
  const sums = runningSums(values, known)
  const single = byLevel(horizon, (day) => around(point[day] as number, errorsOfDay(values, known, day)))
  let said = 0
  let last: { errors: Float64Array; days: number } | undefined
  const rows = point.map((day, at) => {
    said += day
    const errors = errorsOfSpan(sums, at + 1)
    if (errors.length >= fewestErrors || !last) last = { errors, days: at + 1 }
    const factor = (at + 1) / last.days
    return around(
      said,
      last.errors.map((error) => error * factor),
    )
  })
  return {
    point,
    mean: point,
    quantiles: single,
    cumulative: neverFalling(byLevel(horizon, (day) => rows[day] as number[])),
    method: 'same weekday of as many weeks before',
    season: week,
    class: classify(values),
    reasons,
  }
}

/** What the rule says of a day, from as far back as the day is ahead; a history of few weeks begins again where it ends. */
const sayDay = (known: Float64Array, day: number) => {
  const weeks = Math.max(1, Math.floor(known.length / week))
  const back = (Math.floor(day / week) % weeks) + 1
  return known[known.length - back * week + (day % week)] ?? known.at(-1) ?? 0
}

/** Unknown days as the same weekday before, else after; where nothing is known of a weekday, the mean. */
const filled = (values: ArrayLike<number>): Float64Array => {
  const known = Array.from(values).filter((value) => !Number.isNaN(value))
  const mean = known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length
  const all = Float64Array.from(values)
  for (let at = week; at < all.length; at++) if (Number.isNaN(all[at])) all[at] = all[at - week] as number
  for (let at = all.length - 1 - week; at >= 0; at--) if (Number.isNaN(all[at])) all[at] = all[at + week] as number
  return all.map((value) => (Number.isNaN(value) ? mean : value))
}

type Sums = { total: Float64Array; unknown: Float64Array }

const runningSums = (values: ArrayLike<number>, known: Float64Array): Sums => {
  const total = new Float64Array(known.length + 1)
  const unknown = new Float64Array(known.length + 1)
  for (let at = 0; at < known.length; at++) {
    total[at + 1] = (total[at] as number) + (known[at] as number)
    unknown[at + 1] = (unknown[at] as number) + Number(Number.isNaN(values[at]))
  }
  return { total, unknown }
}

/** What the rule would have missed a span by, from every day of the past on which all of it and of what it goes by is known. */
const errorsOfSpan = ({ total, unknown }: Sums, days: number): Float64Array => {
  const whole = Math.floor(days / week) * week
  const rest = days - whole
  const reach = rest > 0 ? whole + week : whole
  const errors: number[] = []
  for (let origin = reach; origin + days < total.length; origin++) {
    const sum = (of: Float64Array, from: number, until: number) => (of[until] as number) - (of[from] as number)
    if (sum(unknown, origin - reach, origin + days) > 0) continue
    const before = sum(total, origin - whole, origin) + (rest > 0 ? sum(total, origin - reach, origin - reach + rest) : 0)
    errors.push(sum(total, origin, origin + days) - before)
  }
  return Float64Array.from(errors)
}

const errorsOfDay = (values: ArrayLike<number>, known: Float64Array, day: number): Float64Array => {
  // As many weeks before: a day of the second week goes by one three weeks before it.
  const lag = (2 * Math.floor(day / week) + 1) * week
  const errors: number[] = []
  for (let at = lag; at < known.length; at++) {
    const error = (values[at] as number) - (values[at - lag] as number)
    if (!Number.isNaN(error)) errors.push(error)
  }
  return errors.length >= fewestErrors || lag === week ? Float64Array.from(errors) : errorsOfDay(values, known, day - week)
}

/** Quantiles around what the rule says, which is its median: below it none lies above, and none is below nothing. */
const around = (middle: number, errors: Float64Array): number[] => {
  const sorted = errors.toSorted()
  return levels.map((level) => {
    const error = sorted.length === 0 ? 0 : (sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))] as number)
    if (level === 0.5) return middle
    return Math.max(0, level < 0.5 ? Math.min(middle, middle + error) : Math.max(middle, middle + error))
  })
}

const byLevel = (horizon: number, row: (day: number) => number[]): Quantiles => {
  const rows = Array.from({ length: horizon }, (_, day) => row(day))
  return Object.fromEntries(levels.map((level, at) => [level, rows.map((values) => values[at] as number)]))
}

/** What is needed over more days is never less. */
const neverFalling = (cumulative: Quantiles): Quantiles =>
  Object.fromEntries(
    levels.map((level) => {
      let most = 0
      return [
        level,
        (cumulative[level] as number[]).map((value) => {
          most = Math.max(most, value)
          return most
        }),
      ]
    }),
  )
