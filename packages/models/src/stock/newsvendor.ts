import type { Distribution } from '../distribution/distribution.ts'
import { criticalRatio, periodCost, type UnitCosts } from './costs.ts'

/** What to have in stock for one period, and what that is expected to cost. Right for a base stock too, over lead time and review. */
export const newsvendor = (costs: UnitCosts, demand: Distribution) => {
  const level = demand.quantile(criticalRatio(costs))
  return { level, cost: periodCost(costs, demand, level) }
}

/** The same for goods bought, sold and cleared at given prices per unit: the level, and the profit expected. */
export const newsvendorByPrice = (prices: { revenue: number; cost: number; salvage: number }, demand: Distribution) => {
  const { revenue, cost, salvage } = prices
  const { level, cost: lost } = newsvendor({ holdingCost: cost - salvage, shortageCost: revenue - cost }, demand)
  return { level, profit: (revenue - cost) * demand.mean - lost }
}
