import { type Distribution, leftOver } from '../distribution/distribution.ts'

/** Money per unit, and per period for what is held; one currency throughout. */
export type UnitCosts = {
  /** Per unit left over at the end of a period. */
  holdingCost: number
  /** Per unit of demand that could not be met in a period. */
  shortageCost: number
}

/** The share of periods without shortage at which one more unit costs as much as it saves. */
export const criticalRatio = ({ holdingCost, shortageCost }: UnitCosts) => shortageCost / (shortageCost + holdingCost)

/** Expected cost of a period that begins with `level` in stock. */
export const periodCost = (costs: UnitCosts, demand: Distribution, level: number) =>
  costs.holdingCost * leftOver(demand, level) + costs.shortageCost * demand.shortage(level)
