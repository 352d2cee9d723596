import { solveSymmetric } from '../fit/least-squares.ts'
import { centredAverage } from '../season/centred-average.ts'
import type { DrivenSeries } from './driven-series.ts'

/** How many units of demand the belief that a series is like its group weighs. */
const priorDemand = 20

/** No driver moves demand by more than this factor either way. */
const strongest = Math.log(30)

/** The level around each value: demand over some four seasons, and the nearest such level at both ends. */
const levelsOf = (values: Float64Array, period: number): Float64Array => {
  const span = Math.min(Math.max(13, 4 * period), values.length)
  const levels = centredAverage(values, 0, values.length, span % 2 === 0 ? span - 1 : span)
  const first = levels.findIndex((level) => !Number.isNaN(level))
  const last = levels.findLastIndex((level) => !Number.isNaN(level))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return levels.map((level, at) =>
    Math.max(mean / 50, Number.isNaN(level) ? ((at < first ? levels[first] : levels[last]) as number) : level),
  )
}

/**
 * Poisson regression of demand on its drivers around its level, by iterated least squares; coefficients are logarithms of factors per
 * standard deviation of the driver, drawn towards `prior`.
 */
const regress = ({ values, drivers }: DrivenSeries, levels: Float64Array, scales: Float64Array, prior: Float64Array): Float64Array => {
  const size = drivers.length
  const columns = size + 1
  const total = values.reduce((sum, value) => sum + value, 0) || 1
  let point = new Float64Array(columns)
  for (let at = 0; at < size; at += 1) point[at + 1] = prior[at] as number
  const row = new Float64Array(columns)
  for (let round = 0; round < 8; round += 1) {
    const matrix = new Float64Array(columns * columns)
    const right = new Float64Array(columns)
    for (let at = 0; at < values.length; at += 1) {
      row[0] = 1
      let exponent = point[0] as number
      for (let driver = 0; driver < size; driver += 1) {
        const scale = scales[driver] as number
        const value = scale > 0 ? (drivers[driver]?.[at] as number) / scale : 0
        row[driver + 1] = value
        exponent += value * (point[driver + 1] as number)
      }
      exponent = Math.max(-strongest, Math.min(strongest, exponent))
      const expected = (levels[at] as number) * Math.exp(exponent)
      // Weights count units of demand: small levels are as uncertain as counts are.
      const answer = exponent + ((values[at] as number) - expected) / expected
      for (let one = 0; one < columns; one += 1) {
        right[one] = (right[one] as number) + expected * (row[one] as number) * answer
        for (let other = 0; other < columns; other += 1)
          matrix[one * columns + other] =
            (matrix[one * columns + other] as number) + expected * (row[one] as number) * (row[other] as number)
      }
    }
    // In units of demand where it comes in pieces, in shares of it where it does not: the belief is worth the same at any scale.
    const belief = Math.min(priorDemand, 0.05 * total)
    for (let driver = 0; driver < size; driver += 1) {
      const diagonal = (driver + 1) * columns + driver + 1
      matrix[diagonal] = (matrix[diagonal] as number) + belief
      right[driver + 1] = (right[driver + 1] as number) + belief * (prior[driver] as number)
    }
    if (!solveSymmetric(matrix, right, columns)) break
    point = right.map((value) => (Number.isFinite(value) ? Math.max(-strongest, Math.min(strongest, value)) : 0))
  }
  return point.slice(1)
}

/** The effect of each driver on each series, per standard deviation of the driver, drawn towards what the group shows. */
export const effectsOf = (pool: DrivenSeries[], period: number, scales: Float64Array): Float64Array[] => {
  const levels = pool.map(({ values }) => levelsOf(values, period))
  const none = new Float64Array(scales.length)
  const alone = pool.map((one, at) => regress(one, levels[at] as Float64Array, scales, none))
  const meanOf = (members: number[]) =>
    none.map((_, driver) => members.reduce((sum, at) => sum + (alone[at]?.[driver] as number) / members.length, 0))
  const groups = Map.groupBy(pool.keys(), (at) => pool[at]?.group)
  const means = new Map([...groups].map(([group, members]) => [group, meanOf(members)]))
  return pool.map((one, at) => regress(one, levels[at] as Float64Array, scales, means.get(one.group) ?? none))
}

/** By what factor the drivers move demand at a period. */
export const factorAt = (drivers: Float64Array[], at: number, effects: Float64Array, scales: Float64Array): number => {
  let exponent = 0
  for (let driver = 0; driver < drivers.length; driver += 1) {
    const scale = scales[driver] as number
    if (scale > 0) exponent += ((drivers[driver]?.[at] as number) / scale) * (effects[driver] as number)
  }
  return Math.exp(Math.max(-strongest, Math.min(strongest, exponent)))
}
