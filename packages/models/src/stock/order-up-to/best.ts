import type { Distribution } from '../../distribution/distribution.ts'
import { criticalRatio, periodCost, type UnitCosts } from '../costs.ts'
import type { OrderUpTo } from './order-up-to.ts'

/**
 * The (s, S) policy with the least expected cost per period for whole-numbered demand, and that cost (Zheng and Federgruen 1991).
 * `exposed` is the demand over lead time and review, `demand` that of one period.
 */
export const bestOrderUpTo = (
  costs: UnitCosts & { orderCost: number },
  demand: Distribution,
  exposed = demand,
): OrderUpTo & { cost: number } => {
  const levelCost = (level: number) => periodCost(costs, exposed, level)
  const visits = expectedVisits(demand)
  const costOf = (s: number, S: number) => {
    let total = costs.orderCost
    let periods = 0
    for (let below = 0; below < S - s; below++) {
      total += visits(below) * levelCost(S - below)
      periods += visits(below)
    }
    return total / periods
  }

  const cheapest = exposed.quantile(criticalRatio(costs))
  let orderUpTo = cheapest
  let reorderPoint = cheapest - 1
  while (costOf(reorderPoint, orderUpTo) > levelCost(reorderPoint)) reorderPoint--
  let cost = costOf(reorderPoint, orderUpTo)
  for (let candidate = orderUpTo + 1; levelCost(candidate) <= cost; candidate++) {
    if (costOf(reorderPoint, candidate) >= cost) continue
    orderUpTo = candidate
    while (costOf(reorderPoint, orderUpTo) <= levelCost(reorderPoint + 1)) reorderPoint++
    cost = costOf(reorderPoint, orderUpTo)
  }
  return { reorderPoint, orderUpTo, cost }
}

// How many periods, until the next order, stock is expected to stand 0, 1, 2 … below the level ordered up to.
const expectedVisits = (demand: Distribution) => {
  const probability = (k: number) => demand.cdf(k) - demand.cdf(k - 1)
  const moves = 1 - probability(0)
  const visits = [1 / moves]
  return (below: number): number => {
    for (let j = visits.length; j <= below; j++) {
      let sum = 0
      for (let k = 1; k <= j; k++) sum += probability(k) * (visits[j - k] as number)
      visits.push(sum / moves)
    }
    return visits[below] as number
  }
}
