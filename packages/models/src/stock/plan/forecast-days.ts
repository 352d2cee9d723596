import { levels } from '../../demand/series.ts'

/** A forecast by the day, as it is kept: quantiles by level, a value a day. */
export type ForecastDays = {
  mean: number[]
  quantiles: Record<string, number[]>
  /** Of all demand from the first day up to and including this one. */
  cumulative: Record<string, number[]>
}

/** The standard normal's distance between its first and last decile. */
const deciles = 2.563

/** Standard deviation of demand summed over the first `days`, as the forecast's deciles say. */
export const spreadOver = ({ cumulative }: ForecastDays, days: number): number => {
  const at = Math.max(0, Math.min(Math.ceil(days), cumulative['0.5']?.length ?? 0) - 1)
  const [low, high] = [cumulative['0.1']?.[at] ?? 0, cumulative['0.9']?.[at] ?? 0]
  // Beyond the horizon errors go on adding up as those of independent days.
  const beyond = Math.max(1, days / (at + 1))
  return (Math.max(0, high - low) / deciles) * Math.sqrt(beyond)
}

/** Expected demand summed over the first `days`, which need not be whole; beyond the horizon it goes on as over the last four weeks of it. */
export const meanOver = ({ mean }: ForecastDays, days: number): number => {
  let sum = 0
  for (let day = 0; day < Math.min(days, mean.length); day++) sum += (mean[day] as number) * Math.min(1, days - day)
  return sum + Math.max(0, days - mean.length) * usualDay(mean)
}

const usualDay = (mean: number[]) => {
  const last = mean.slice(-28)
  return last.length === 0 ? 0 : last.reduce((total, each) => total + each, 0) / last.length
}

/** The demand of a day at a probability between the levels, straight between them. */
export const demandAt = ({ quantiles }: ForecastDays, day: number, probability: number): number => {
  const last = levels.length - 1
  let upper = 0
  while (upper < last && (levels[upper] as number) < probability) upper++
  const lower = Math.max(0, upper - 1)
  const [fromP, toP] = [levels[lower] as number, levels[upper] as number]
  const [from, to] = [quantiles[fromP]?.[day] ?? 0, quantiles[toP]?.[day] ?? 0]
  const share = toP === fromP ? 0 : Math.max(0, Math.min(1, (probability - fromP) / (toP - fromP)))
  return Math.max(0, from + share * (to - from))
}
