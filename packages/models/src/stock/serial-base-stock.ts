import type { Distribution } from '../distribution/distribution.ts'
import { minimise } from '../numeric/minimise.ts'

/** One stage of a chain; `leadTimeDemand` is the demand while goods travel to it from the stage before. */
export type Stage = { holdingCost: number; leadTimeDemand: Distribution }

/**
 * Base stocks for a chain of stages that supply one another, the last one the customer, with the least cost per period (Clark and
 * Scarf 1960). `stages` from the customer upwards; `holdingCost` per unit and period at that stage, falling upwards; `shortageCost` per unit short
 * at the customer's. Levels count everything at the stage, below it, and between them.
 */
export const serialBaseStock = (stages: Stage[], shortageCost: number): { levels: number[]; cost: number } => {
  // What a stage adds to the holding cost of the one above it.
  const added = stages.map(({ holdingCost }, i) => holdingCost - (stages[i + 1]?.holdingCost ?? 0))
  const dearest = stages[0]?.holdingCost ?? 0
  const levels: number[] = []
  let below = (x: number) => (x < 0 ? -(shortageCost + dearest) * x : 0)
  let cost = 0
  let [reachMean, reachVariance] = [0, 0]
  for (const [i, { leadTimeDemand }] of stages.entries()) {
    const passed = below
    const perUnit = added[i] as number
    const [low, high] = [leadTimeDemand.quantile(1e-9), leadTimeDemand.quantile(1 - 1e-9)]
    const expected = (level: number) =>
      expectation(leadTimeDemand, low, high, (demand) => perUnit * (level - demand) + passed(level - demand))
    reachMean += leadTimeDemand.mean
    reachVariance += leadTimeDemand.variance
    const wide = 8 * Math.sqrt(reachVariance)
    const cheapest = minimise(expected, reachMean - wide, reachMean + wide)
    cost = expected(cheapest)
    levels.push(cheapest)
    below = tabulated((level) => expected(Math.min(level, cheapest)), reachMean - 3 * wide, cheapest)
  }
  return { levels, cost }
}

// In 400 slices of the distribution, the value taken at the middle of each.
const expectation = ({ cdf }: Distribution, low: number, high: number, f: (demand: number) => number) => {
  const step = (high - low) / 400
  let sum = 0
  for (let i = 0; i < 400; i++) sum += f(low + (i + 0.5) * step) * (cdf(low + (i + 1) * step) - cdf(low + i * step))
  return sum
}

// The function in steps between `low` and `high`, straight between them; below `low` on with the first step's slope, above `high` flat.
const tabulated = (f: (x: number) => number, low: number, high: number) => {
  const steps = 800
  const width = (high - low) / steps
  const values = Float64Array.from({ length: steps + 1 }, (_, i) => f(low + i * width))
  return (x: number) => {
    if (x >= high) return values[steps] as number
    const at = Math.max(0, Math.floor((x - low) / width))
    const [from, to] = [values[at] as number, values[at + 1] as number]
    return from + ((to - from) * (x - low - at * width)) / width
  }
}
