import type { Distribution } from '../../distribution/distribution.ts'
import { periodCost, type UnitCosts } from '../costs.ts'
import type { OrderUpTo } from './order-up-to.ts'

export type FiniteHorizon = UnitCosts & {
  orderCost: number
  /** Per unit bought. */
  purchaseCost: number
  /** Per unit left, and per unit still owed, after the last period. */
  terminal: UnitCosts
  periods: number
}

/**
 * What to do in each of a few periods, delivery at once, what is short delivered later: by dynamic programming from the last period
 * back. Demand is taken in whole units, rounded to the nearest. Time grows with periods × range of demand².
 */
export const finiteHorizon = (problem: FiniteHorizon, demand: Distribution): OrderUpTo[] => {
  const { periods, orderCost, purchaseCost } = problem
  const [least, most] = [Math.max(0, Math.floor(demand.quantile(1e-6))), Math.ceil(demand.quantile(1 - 1e-6))]
  const shift = demand.discrete ? 0 : 0.5
  const probability = Array.from({ length: most - least + 1 }, (_, i) => demand.cdf(least + i + shift) - demand.cdf(least + i + shift - 1))
  const total = probability.reduce((sum, each) => sum + each, 0)

  // Stock is followed from as deep as all periods could take it from nothing, up to twice the largest demand of a period.
  const lowest = -most * periods
  const highest = 2 * most
  const size = highest - lowest + 1
  const { terminal } = problem
  let after = Float64Array.from({ length: size }, (_, i) => {
    const left = lowest + i
    return left >= 0 ? terminal.holdingCost * left : -terminal.shortageCost * left
  })
  const policies: OrderUpTo[] = []
  for (let period = periods; period >= 1; period--) {
    // Cost from here on of having `level` after ordering.
    const having = Float64Array.from({ length: size }, (_, i) => {
      const level = lowest + i
      let cost = purchaseCost * level + periodCost(problem, demand, level)
      for (let d = 0; d < probability.length; d++)
        cost += ((probability[d] as number) / total) * (after[Math.max(0, i - least - d)] as number)
      return cost
    })
    const from = Math.max(0, -most * (period - 1) - lowest)
    let best = from
    for (let i = from; i < size; i++) if ((having[i] as number) < (having[best] as number)) best = i
    let reorder = best
    while (reorder > from && (having[reorder] as number) <= (having[best] as number) + orderCost) reorder--
    policies.unshift({ reorderPoint: lowest + reorder, orderUpTo: lowest + best })
    after = having.map((cost, i) => (i <= reorder ? (having[best] as number) + orderCost : cost) - purchaseCost * (lowest + i))
  }
  return policies
}
