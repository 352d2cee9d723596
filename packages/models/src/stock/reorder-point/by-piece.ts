import { criticalRatio, periodCost } from '../costs.ts'
import type { ReorderPolicy, ReorderProblem } from './cost.ts'

/**
 * The reorder policy with the least expected cost per unit of time for demand that comes piece by piece (Federgruen and Zheng 1992):
 * beginning at the cheapest stock, the next cheapest level above or below is added as long as it costs less than the average.
 */
export const bestReorderByPiece = ({ costs, leadTimeDemand }: ReorderProblem): ReorderPolicy & { cost: number } => {
  const levelCost = (level: number) => periodCost(costs, leadTimeDemand, level)
  let highest = leadTimeDemand.quantile(criticalRatio(costs))
  let lowest = highest
  let total = costs.orderCost * costs.demandRate + levelCost(highest)
  for (;;) {
    const quantity = highest - lowest + 1
    const [below, above] = [levelCost(lowest - 1), levelCost(highest + 1)]
    if (Math.min(below, above) >= total / quantity) return { reorderPoint: lowest - 1, quantity, cost: total / quantity }
    total += Math.min(below, above)
    if (below <= above) lowest--
    else highest++
  }
}
