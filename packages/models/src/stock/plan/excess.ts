import { type ForecastDays, meanOver } from './forecast-days.ts'

/** Nobody asked for it for so long: dead stock. */
export const deadAfterDays = 180

/**
 * Units that are there and not reserved beyond what the policy would ever hold and beyond what sells in its wait, and whether they are
 * dead: nothing sold for half a year.
 */
export const excessOf = (available: number, orderUpTo: number, forecast: ForecastDays, history: (number | null)[]) => {
  const last = history.slice(-deadAfterDays)
  const isDead = available > 0 && last.length === deadAfterDays && last.every((quantity) => !quantity)
  const excess = isDead ? available : Math.max(0, Math.floor(available - Math.max(orderUpTo, meanOver(forecast, 1))))
  return { excess, isDead }
}

/** How many days what is available lasts at expected demand; null where nothing is expected to be asked for within ten years. */
export const daysOfCover = (available: number, forecast: ForecastDays): number | null => {
  if (available <= 0) return 0
  let left = available
  for (const [day, mean] of forecast.mean.entries()) {
    if (left <= mean) return day + (mean > 0 ? left / mean : 0)
    left -= mean
  }
  const perDay = meanOver(forecast, forecast.mean.length + 1) - meanOver(forecast, forecast.mean.length)
  const days = perDay > 0 ? forecast.mean.length + left / perDay : Number.POSITIVE_INFINITY
  return days > 3650 ? null : days
}
