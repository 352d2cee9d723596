import type { ProjectedDay, StockPolicy } from '@lading/shared/contract/stock-plan'
import type { DemandClass } from '../../demand/series.ts'
import { seeded } from '../../random/seeded.ts'
import { daysOfCover, excessOf } from './excess.ts'
import type { ForecastDays } from './forecast-days.ts'
import { policyFor } from './policy.ts'
import { type Coming, type Projection, project } from './projection.ts'
import type { StockedProduct, Terms } from './terms.ts'

/** A product in a warehouse, at the beginning of the first day of its forecast. */
export type StockCase = {
  product: StockedProduct
  terms: Terms
  /** The first day, ISO 8601. */
  from: string
  onHand: number
  reserved: number
  coming: Coming[]
  forecast: ForecastDays
  demandClass: DemandClass
  /** By day, oldest first; null where there was nothing to sell. */
  history: (number | null)[]
  /** The same seed gives the same projection. */
  seed: number
}

export type StockOutlook = {
  policy: StockPolicy
  projection: ProjectedDay[]
  /** Before the next arrival, or where nothing is under way before an order placed now would be there. */
  stockOutProbability: number
  daysOfCover: number | null
  excess: number
  isDead: boolean
}

/** What the forecast means for the stock: when to order, how stock will move, how likely it is to run out. */
export const planStock = (stock: StockCase): StockOutlook => {
  const { product, terms, forecast, demandClass, coming, history } = stock
  const policy = policyFor(product, terms, forecast, demandClass)
  const projection = projectCase(stock, coming)
  return {
    policy,
    projection: daysOf(stock.from, projection),
    stockOutProbability: probabilityWithin(projection, daysToNext(stock)),
    daysOfCover: daysOfCover(availableOf(stock), forecast),
    ...excessOf(availableOf(stock), policy.orderUpTo, forecast, history),
  }
}

export const availableOf = ({ onHand, reserved }: Pick<StockCase, 'onHand' | 'reserved'>) => onHand - reserved

/** Draws the same demand whatever comes, so that two answers differ by what comes and not by luck. */
export const projectCase = (stock: StockCase, coming: Coming[]): Projection =>
  project({ available: availableOf(stock), forecast: stock.forecast, coming, days: stock.forecast.mean.length, random: seeded(stock.seed) })

/** Days until the next arrival is expected; without one, until an order placed now is. At least the first day. */
export const daysToNext = ({ coming, terms }: Pick<StockCase, 'coming' | 'terms'>) =>
  Math.max(1, Math.ceil(Math.min(...coming.map(({ p50 }) => p50), coming.length > 0 ? Number.POSITIVE_INFINITY : terms.leadTimeDays)))

export const probabilityWithin = ({ shortUntil }: Projection, days: number) =>
  shortUntil[Math.min(shortUntil.length, Math.max(1, Math.ceil(days))) - 1] ?? 0

const dayMs = 86_400_000

const daysOf = (from: string, { p10, p50, p90, short }: Projection): ProjectedDay[] =>
  p50.map((middle, day) => ({
    day: new Date(Date.parse(from) + day * dayMs).toISOString().slice(0, 10),
    p10: p10[day] as number,
    p50: middle,
    p90: p90[day] as number,
    stockOutProbability: short[day] as number,
  }))
