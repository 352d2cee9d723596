import { standardCdf } from '../../distribution/normal.ts'
import type { Random } from '../../random/seeded.ts'
import { demandAt, type ForecastDays, spreadOver } from './forecast-days.ts'

/** Goods that will come, and when, in days from the beginning of the first day of the forecast. */
export type Coming = {
  quantity: number
  p10: number
  p50: number
  p90: number
  /** Whether nothing makes it come sooner (any more). */
  isFixed?: boolean
}

export type Projection = {
  /** A value a day: stock at its end. */
  p10: number[]
  p50: number[]
  p90: number[]
  /** A value a day: probability that some of its demand cannot be met. */
  short: number[]
  /** Probability that some demand cannot be met within the first so many days: entry 0 is the first day. */
  shortUntil: number[]
}

type Case = { available: number; forecast: ForecastDays; coming: Coming[]; days: number; random: Random; paths?: number }

/**
 * What stock may do, played `paths` times: demand drawn day by day from the forecast, arrivals drawn from theirs; what is asked
 * for while there is nothing is lost. Days err together, as far as the forecast of their sum says that they do: each path draws
 * how far off the level is as a whole (weight) and each day its own part of it, a Gaussian copula.
 */
export const project = ({ available, forecast, coming, days, random, paths = 400 }: Case): Projection => {
  const horizon = Math.min(days, forecast.mean.length)
  const weight = commonPart(forecast, horizon)
  const own = Math.sqrt(1 - weight ** 2)
  const table = quantileTable(forecast, horizon)
  const ends = Array.from({ length: horizon }, () => new Float64Array(paths))
  const short = new Float64Array(horizon)
  const shortUntil = new Float64Array(horizon)
  const arriving = new Float64Array(horizon)
  const pair = normalPairs(random)

  for (let path = 0; path < paths; path++) {
    arriving.fill(0)
    for (const { quantity, ...when } of coming) {
      const day = Math.max(0, Math.floor(arrivalDay(when, pair())))
      if (day < horizon) arriving[day] = (arriving[day] as number) + quantity
    }
    const together = pair()
    let stock = available
    let wasShort = false
    for (let day = 0; day < horizon; day++) {
      stock += arriving[day] as number
      const wanted = lookUp(table, day, weight * together + own * pair())
      // What the ledger owes already (stock below zero) is no new shortage, but nothing can be sold from it.
      if (wanted > Math.max(0, stock) + 1e-9) {
        short[day] = (short[day] as number) + 1
        wasShort = true
      }
      stock = stock > 0 ? Math.max(0, stock - wanted) : stock
      if (wasShort) shortUntil[day] = (shortUntil[day] as number) + 1
      ;(ends[day] as Float64Array)[path] = stock
    }
  }
  for (const end of ends) end.sort()
  const at = (share: number) => ends.map((end) => end[Math.floor(share * (paths - 1))] as number)
  return {
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    short: Array.from(short, (count) => count / paths),
    shortUntil: Array.from(shortUntil, (count) => count / paths),
  }
}

/** The weight w of what all days share, so that w² (Σ sd)² + (1 − w²) Σ sd² is the variance of their sum. */
const commonPart = (forecast: ForecastDays, horizon: number) => {
  const { quantiles } = forecast
  let [sum, squares] = [0, 0]
  for (let day = 0; day < horizon; day++) {
    const sd = Math.max(0, ((quantiles['0.9']?.[day] ?? 0) - (quantiles['0.1']?.[day] ?? 0)) / 2.563)
    sum += sd
    squares += sd ** 2
  }
  const apart = sum ** 2 - squares
  return apart > 0 ? Math.sqrt(Math.max(0, Math.min(1, (spreadOver(forecast, horizon) ** 2 - squares) / apart))) : 0
}

/** Two halves of normal distributions that meet at the median. */
const arrivalDay = ({ p10, p50, p90 }: Omit<Coming, 'quantity'>, z: number) => p50 + (z * (z < 0 ? p50 - p10 : p90 - p50)) / 1.2816

// Demand by how far out a standard normal draw lies, from −4 to 4 in steps of an eighth: a look-up in place of a distribution function.
const perUnit = 8
const reach = 4
type Table = { values: Float64Array; width: number }

const quantileTable = (forecast: ForecastDays, horizon: number): Table => {
  const width = 2 * reach * perUnit + 1
  const values = new Float64Array(horizon * width)
  for (let step = 0; step < width; step++) {
    const probability = standardCdf(step / perUnit - reach)
    for (let day = 0; day < horizon; day++) values[day * width + step] = demandAt(forecast, day, probability)
  }
  return { values, width }
}

const lookUp = ({ values, width }: Table, day: number, z: number) => {
  const at = Math.max(0, Math.min(width - 1.001, (z + reach) * perUnit))
  const below = Math.floor(at)
  const from = values[day * width + below] as number
  return from + (at - below) * ((values[day * width + below + 1] as number) - from)
}

/** Standard normal draws, made two at a time (Box and Muller 1958). */
const normalPairs = (random: Random) => {
  let spare: number | undefined
  return () => {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()))
    const angle = 2 * Math.PI * random()
    spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
}
