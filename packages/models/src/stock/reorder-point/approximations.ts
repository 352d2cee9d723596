import { standardCdf, standardDensity, standardShortage } from '../../distribution/normal.ts'
import { solve } from '../../numeric/solve.ts'
import { criticalRatio } from '../costs.ts'
import { economicOrderQuantity } from '../economic-order-quantity.ts'
import type { ReorderPolicy, ReorderProblem } from './cost.ts'
import { reorderPointFor } from './exact.ts'

// Rules of thumb of the textbooks (Snyder and Shen 2019, chapter 5), for normal demand during the lead time.

/** The economic order quantity with back-orders allowed, and the best reorder point for it. */
export const withBackorders = (problem: ReorderProblem): ReorderPolicy => {
  const { holdingCost, shortageCost } = problem.costs
  const quantity = economicOrderQuantity(problem.costs).quantity * Math.sqrt((holdingCost + shortageCost) / shortageCost)
  return { quantity, reorderPoint: reorderPointFor(problem, quantity) }
}

/** The economic order quantity, and a safety stock chosen as if there were no order size. */
export const withSafetyStock = ({ costs, leadTimeDemand }: ReorderProblem): ReorderPolicy => ({
  quantity: economicOrderQuantity(costs).quantity,
  reorderPoint: leadTimeDemand.quantile(criticalRatio(costs)),
})

/** Hadley and Whitin's: `shortageCost` counts once for a unit that is short, however long. With its own expected cost. */
export const byShortUnits = ({ costs, leadTimeDemand }: ReorderProblem): ReorderPolicy & { cost: number } => {
  const { orderCost, holdingCost, shortageCost, demandRate } = costs
  const pointFor = (quantity: number) => leadTimeDemand.quantile(1 - (quantity * holdingCost) / (shortageCost * demandRate))
  const short = (quantity: number) => leadTimeDemand.shortage(pointFor(quantity))
  const quantity = settle(economicOrderQuantity(costs).quantity, (before) =>
    Math.sqrt((2 * demandRate * (orderCost + shortageCost * short(before))) / holdingCost),
  )
  const reorderPoint = pointFor(quantity)
  const held = reorderPoint - leadTimeDemand.mean + quantity / 2
  const cost = holdingCost * held + ((orderCost + shortageCost * short(quantity)) * demandRate) / quantity
  return { quantity, reorderPoint, cost }
}

/** The same idea with `shortageCost` per unit and time. */
export const byShortTime = ({ costs, leadTimeDemand }: ReorderProblem): ReorderPolicy => {
  const { orderCost, holdingCost, shortageCost, demandRate } = costs
  const { mean, variance } = leadTimeDemand
  const sd = Math.sqrt(variance)
  const pointFor = (quantity: number) => {
    const allowed = (holdingCost * quantity) / (holdingCost + shortageCost) / sd
    return mean + sd * solve((z) => standardShortage(z) - allowed, -Math.max(10, 2 * allowed), 10)
  }
  const quantity = settle(economicOrderQuantity(costs).quantity, (before) => {
    const z = (pointFor(before) - mean) / sd
    // Half the expected square of what is short.
    const shortTime = (variance / 2) * ((1 + z * z) * standardCdf(-z) - z * standardDensity(z))
    return Math.sqrt((2 * (orderCost * demandRate + (holdingCost + shortageCost) * shortTime)) / holdingCost)
  })
  return { quantity, reorderPoint: pointFor(quantity) }
}

const settle = (start: number, next: (before: number) => number) => {
  let value = start
  for (let round = 0; round < 500; round++) {
    const after = next(value)
    if (Math.abs(after - value) < 1e-10 * value) return after
    value = after
  }
  return value
}
