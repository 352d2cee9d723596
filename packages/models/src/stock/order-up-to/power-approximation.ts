import type { UnitCosts } from '../costs.ts'
import type { OrderUpTo } from './order-up-to.ts'

/**
 * (s, S) from mean and standard deviation of a period's demand alone: the power approximation of Ehrhardt and Mosier (1984), whose
 * constants are a regression on optimal policies, with orders that last for a period and a half or more. `leadTime` in periods.
 */
export const powerApproximation = (
  { orderCost, holdingCost, shortageCost }: UnitCosts & { orderCost: number },
  { mean, sd, leadTime = 0 }: { mean: number; sd: number; leadTime?: number },
): OrderUpTo => {
  const exposedMean = mean * (leadTime + 1)
  const exposedSd = sd * Math.sqrt(leadTime + 1)
  const quantity = 1.3 * mean ** 0.494 * (orderCost / holdingCost) ** 0.506 * (1 + (exposedSd / mean) ** 2) ** 0.116
  const z = Math.sqrt((quantity * holdingCost) / (exposedSd * shortageCost))
  const reorderPoint = 0.973 * exposedMean + exposedSd * (0.183 / z + 1.063 - 2.192 * z)
  return { reorderPoint, orderUpTo: reorderPoint + quantity }
}
