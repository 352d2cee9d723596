import { type DemandForecast, levels } from '../../demand/series.ts'

/** A forecast as it is kept: to the hundredth of a unit, which is far finer than it is right. */
export const keptForecast = (
  { mean, quantiles, cumulative, method, season, class: demandClass, reasons }: DemandForecast,
  from: string,
) => ({
  from,
  days: mean.length,
  mean: rounded(mean),
  quantiles: Object.fromEntries(levels.map((level) => [level, rounded(quantiles[level] ?? [])])),
  cumulative: Object.fromEntries(levels.map((level) => [level, rounded(cumulative[level] ?? [])])),
  method,
  demandClass,
  season,
  reasons,
})

const rounded = (values: number[]) => Array.from(values, (value) => Math.round(value * 100) / 100)
