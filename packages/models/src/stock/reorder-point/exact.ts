import { integrate } from '../../numeric/integrate.ts'
import { minimise } from '../../numeric/minimise.ts'
import { solve } from '../../numeric/solve.ts'
import { criticalRatio, periodCost } from '../costs.ts'
import { economicOrderQuantity } from '../economic-order-quantity.ts'
import type { ReorderPolicy, ReorderProblem } from './cost.ts'

/** Expected cost per unit of time of a reorder policy, for demand that comes in any amount: stock after ordering is uniform over r … r + Q. */
export const reorderCost = ({ costs, leadTimeDemand }: ReorderProblem, { reorderPoint, quantity }: ReorderPolicy) =>
  (costs.orderCost * costs.demandRate +
    integrate((level) => periodCost(costs, leadTimeDemand, level), reorderPoint, reorderPoint + quantity)) /
  quantity

/** The best reorder point for a given order size: where stock costs as much just before an order as just after it. */
export const reorderPointFor = ({ costs, leadTimeDemand }: ReorderProblem, quantity: number) => {
  const best = leadTimeDemand.quantile(criticalRatio(costs))
  const cost = (level: number) => periodCost(costs, leadTimeDemand, level)
  return solve((point) => cost(point) - cost(point + quantity), best - quantity, best)
}

/** The reorder policy with the least expected cost (Zipkin 2000, section 6.4), and that cost. */
export const bestReorderPolicy = (problem: ReorderProblem): ReorderPolicy & { cost: number } => {
  const { quantity: least } = economicOrderQuantity(problem.costs)
  const at = (quantity: number) => ({ reorderPoint: reorderPointFor(problem, quantity), quantity })
  // With uncertain demand the best size is larger than the economic one, not by many deviations.
  const most = 3 * least + 10 * Math.sqrt(problem.leadTimeDemand.variance)
  const policy = at(minimise((quantity) => reorderCost(problem, at(quantity)), least / 2, most))
  return { ...policy, cost: reorderCost(problem, policy) }
}
