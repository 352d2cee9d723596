import type { StockPolicy } from '@lading/shared/contract/stock-plan'
import type { PolicyLimit } from '@lading/shared/domain/stock'
import type { DemandClass } from '../../demand/series.ts'
import type { Distribution } from '../../distribution/distribution.ts'
import { gamma } from '../../distribution/gamma.ts'
import { negativeBinomial } from '../../distribution/negative-binomial.ts'
import { normal } from '../../distribution/normal.ts'
import { criticalRatio } from '../costs.ts'
import { economicOrderQuantity } from '../economic-order-quantity.ts'
import { type ForecastDays, meanOver, spreadOver } from './forecast-days.ts'
import { orderable } from './orderable.ts'
import type { StockedProduct, Terms } from './terms.ts'

const daysOfYear = 365.25

/** When to order and how much: so that demand until what is ordered next can be there is met as well as the terms want. */
export const policyFor = (product: StockedProduct, terms: Terms, forecast: ForecastDays, demandClass: DemandClass): StockPolicy => {
  // Looked at every R days, an order placed today has to last until one placed at the next look could be there. Whoever looks
  // all the time waits for the lead time only; so does a single order for a season, which has to last until the next chance.
  const reviewDays = terms.policy === 'periodic' || terms.policy === 'newsvendor' ? terms.reviewDays : Math.min(1, terms.reviewDays)
  const protectionDays = terms.leadTimeDays + reviewDays
  const demandMean = meanOver(forecast, protectionDays)
  const demandPerDay = protectionDays > 0 ? demandMean / protectionDays : (forecast.mean[0] ?? 0)
  // A lead time that varies moves demand as well: variance of a sum of a random number of days.
  const demandSd = Math.hypot(spreadOver(forecast, protectionDays), demandPerDay * terms.leadTimeSdDays)
  const { name, shapes } = shapesOf(demandMean, demandSd, demandClass)
  const limits: PolicyLimit[] = []
  const orderQuantity = usualOrder(product, terms, demandPerDay, limits)
  const ratio = terms.service === 'cost' ? ratioOfCosts(product, terms) : undefined
  if (ratio === null) limits.push('margin-unknown')
  const cycleService = terms.service === 'fill' ? null : (ratio ?? terms.serviceLevel)
  const fillRate = terms.service === 'fill' ? terms.serviceLevel : null
  const level = shapes.reduce(
    (sum, { of, share }) =>
      sum + share * (cycleService === null ? levelForFillRate(of, terms.serviceLevel, orderQuantity) : of.quantile(cycleService)),
    0,
  )
  const shelf = product.shelfLifeDays === null ? Number.POSITIVE_INFINITY : meanOver(forecast, product.shelfLifeDays)
  const reorderPoint = Math.max(0, Math.ceil(Math.min(level, shelf)))
  if (level > shelf) limits.push('shelf-life')
  const upTo = terms.policy === 'min-max' ? reorderPoint + orderQuantity : reorderPoint
  return {
    protectionDays,
    demandMean,
    demandSd,
    demandPerDay,
    cycleService,
    fillRate,
    safetyStock: reorderPoint - demandMean,
    reorderPoint,
    orderUpTo: upTo,
    orderQuantity,
    distribution: name,
    limits,
  }
}

type Shapes = { name: StockPolicy['distribution']; shapes: { of: Distribution; share: number }[] }

/** Up to here demand is as good as normal, from there on it is a gamma: as shares of the mean. */
const normalUpTo = 0.1
const gammaFrom = 0.7

/**
 * Counts that come seldom scatter by the negative binomial; what cannot be below zero and is wide is skewed; the rest is normal. In between
 * it goes over from one to the other: where it changed at once, a longer wait could take less stock.
 */
const shapesOf = (mean: number, sd: number, demandClass: DemandClass): Shapes => {
  if (mean > 0 && mean < 500 && (demandClass === 'intermittent' || demandClass === 'lumpy' || mean < 20))
    return { name: 'negative-binomial', shapes: [{ of: negativeBinomial(mean, sd ** 2), share: 1 }] }
  const skewed = mean > 0 ? Math.max(0, Math.min(1, (sd / mean - normalUpTo) / (gammaFrom - normalUpTo))) : 0
  const shapes = [
    ...(skewed < 1 ? [{ of: normal(mean, sd), share: 1 - skewed }] : []),
    ...(skewed > 0 ? [{ of: gamma((mean / sd) ** 2, sd ** 2 / mean), share: skewed }] : []),
  ]
  return { name: skewed > 0.5 ? 'gamma' : 'normal', shapes }
}

/** What holding a unit over a cycle costs against being short of one; null where nobody knows what that loses. */
const ratioOfCosts = (
  { costMinorUnits, marginMinorUnits }: StockedProduct,
  { holdingShare, shortageCostMinorUnits, reviewDays }: Terms,
) => {
  const holdingCost = (costMinorUnits * holdingShare * reviewDays) / daysOfYear
  const shortageCost = shortageCostMinorUnits ?? marginMinorUnits
  if (shortageCost === null) return null
  return holdingCost + shortageCost === 0 ? 0.95 : Math.min(0.999, Math.max(0.5, criticalRatio({ holdingCost, shortageCost })))
}

/** The lowest level from which a share of the demand is met from the shelf when `quantity` is ordered at a time: falling in the level, so by halving. */
const levelForFillRate = ({ shortage, mean, variance, quantile }: Distribution, fillRate: number, quantity: number) => {
  const allowed = (1 - fillRate) * Math.max(quantity, 1)
  let [low, high] = [Math.min(0, mean - 10 * Math.sqrt(variance)), quantile(1 - 1e-9)]
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2
    if (shortage(middle) > allowed) low = middle
    else high = middle
  }
  return Math.max(0, high)
}

/** What one order brings: what was agreed, or the economic quantity, or what is sold between two looks. */
const usualOrder = (product: StockedProduct, terms: Terms, perDay: number, limits: PolicyLimit[]) => {
  const holdingCost = (product.costMinorUnits * terms.holdingShare) / daysOfYear
  const economic =
    terms.orderCostMinorUnits > 0 && holdingCost > 0
      ? economicOrderQuantity({ orderCost: terms.orderCostMinorUnits, holdingCost, demandRate: perDay }).quantity
      : 0
  const wanted = terms.orderQuantity ?? Math.max(economic, perDay * terms.reviewDays, 1)
  return orderable(product, wanted, perDay, limits)
}
