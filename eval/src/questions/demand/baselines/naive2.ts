import { isSeasonal } from '@lading/models/demand/season/is-seasonal'
import { multiplicativeIndices } from '@lading/models/demand/season/multiplicative-indices'
import type { TestSeries } from '../read-series.ts'

/** Where a value is missing, the last known one (or the first): simple rules need every period. */
export const filled = (values: Float64Array): Float64Array => {
  let last = values.find((value) => !Number.isNaN(value)) ?? 0
  return values.map((value) => {
    last = Number.isNaN(value) ? last : value
    return last
  })
}

/** The series without its season, and the season over the horizon, as the M4 competition prepares its benchmarks. */
export const deseasonalised = ({ train, period, horizon }: TestSeries) => {
  const values = filled(train)
  const indices = isSeasonal(values, period) ? multiplicativeIndices(values, period) : new Float64Array(period).fill(1)
  const index = (at: number) => indices[at % period] as number
  return {
    values: values.map((value, at) => (index(at) > 0 ? value / index(at) : value)),
    season: Float64Array.from({ length: horizon }, (_, at) => index(values.length + at)),
  }
}

/** The last value, with the season when there is one: what OWA compares with. */
export const naive2 = (series: TestSeries): Float64Array => {
  const { values, season } = deseasonalised(series)
  return season.map((index) => index * (values.at(-1) as number))
}

/** The same period of the last season. */
export const seasonalNaive = ({ train, period, horizon }: TestSeries): Float64Array => {
  const values = filled(train)
  return Float64Array.from({ length: horizon }, (_, at) => {
    const same = values.length - period + (at % period)
    return values[same >= 0 ? same : values.length - 1] as number
  })
}
