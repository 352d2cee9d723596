import { driftOfNames, driftOfNumbers, notable } from '../../probability/stability.ts'
import type { Declarations } from './declarations.ts'
import type { Targeting } from './learn-targeting.ts'

/** Population stability index of every column and of the probabilities; `notable` are those above 0.1. */
export type Drift = { columns: Record<string, number>; score: number; notable: string[] }

/**
 * How far declarations of now are from those that were learnt from. The probabilities are compared with those given to the latest part
 * of the known declarations before it was learnt from: afterwards they would fit it too well.
 */
export const driftOf = ({ tried }: Pick<Targeting, 'tried'>, then: Declarations, now: Declarations, probabilities: Float64Array): Drift => {
  const columns: Record<string, number> = {}
  for (const [name, values] of Object.entries(then.categories)) columns[name] = driftOfNames(values, now.categories[name] ?? [])
  for (const [name, values] of Object.entries(then.numbers))
    columns[name] = driftOfNumbers(values, now.numbers[name] ?? new Float64Array(0))
  return {
    columns,
    score: driftOfNumbers(tried, probabilities),
    notable: Object.keys(columns).filter((name) => (columns[name] as number) > notable),
  }
}
