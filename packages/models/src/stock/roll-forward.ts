import type { Distribution } from '../distribution/distribution.ts'
import { criticalRatio, type UnitCosts } from './costs.ts'

export type StockNow = {
  onHand: number
  /** What arrives at the start of the next period, and of each after it, until the order in question arrives. */
  arriving: number[]
}

/**
 * What to order now, so that the period the order arrives in begins with the stock that costs least, where demand that is not met is lost:
 * stock is rolled forward at mean demand, never below nothing, to the period of arrival. Goods left over serve later periods.
 */
export const orderByRollingForward = (costs: UnitCosts, demand: Distribution, { onHand, arriving }: StockNow): number => {
  const left = arriving.reduce((stock, arrival) => Math.max(0, stock + arrival - demand.mean), onHand)
  return Math.max(0, demand.quantile(criticalRatio(costs)) - left)
}
