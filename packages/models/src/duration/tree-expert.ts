import { binEdges, mostBins } from '../boosting/bin-feature.ts'
import { binTable } from '../boosting/bin-table.ts'
import { type Boosted, type BoostRules, boost } from '../boosting/boost.ts'
import { type FlatForest, flatScore, flatten } from '../boosting/flat-forest.ts'
import { quantileLoss } from '../boosting/quantile-loss.ts'
import { levels, type Triple } from './journey.ts'
import { type Against, fromScale, onScale, type Scale, type ScaleBase } from './scale.ts'
import type { Settled } from './settled.ts'

/** Journeys as columns of numbers with their answers: what trees are grown on. */
export type Examples = { columns: Float64Array[]; hours: Float64Array; planned: Float64Array; recent: Float64Array; weights: Float64Array }

/** One boosted model for each level, and as many repetitions with other samples as there is time for. Plain data. */
export type TreeExpert = { scale: Scale; forests: Boosted[][]; settled?: Settled }
export type ReadyTreeExpert = { scale: Scale; flat: FlatForest[]; settled: Settled | undefined }

/** On which scale, and whether with the long view only instead of all that is known at the start. */
export type TreeMethod = { scale: Scale; settled?: boolean }

export type TreeEffort = { rounds: number[]; repeats: number; rules: Partial<BoostRules> }

export const growTreeExpert = (examples: Examples, scale: Scale, base: ScaleBase, { rounds, repeats, rules }: TreeEffort): TreeExpert => {
  const table = binTable(examples.columns, edgesOf(examples.columns))
  const targets = scaled(examples, scale, base)
  return {
    scale,
    forests: levels.map((level, which) =>
      Array.from({ length: repeats }, (_, at) => {
        const ofThis = { ...rules, rounds: rounds[which] as number, seed: at + 1 }
        return boost({ table, targets, weights: examples.weights, loss: quantileLoss(level), rules: ofThis }).boosted
      }),
    ),
  }
}

/** How many trees are enough, by the loss of the examples from `judgedFrom` on, and the expert that this gives. */
export const tryTreeExpert = (
  examples: Examples,
  judgedFrom: number,
  scale: Scale,
  base: ScaleBase,
  effort: Omit<TreeEffort, 'repeats'>,
) => {
  const { columns, weights } = examples
  const table = binTable(columns, edgesOf(columns.map((column) => column.subarray(0, judgedFrom))))
  const targets = scaled(examples, scale, base)
  const models = levels.map((level, which) => {
    const rules = { ...effort.rules, rounds: effort.rounds[which] as number }
    return boost({ table, targets, weights, loss: quantileLoss(level), judgedFrom, rules }).boosted
  })
  return { rounds: models.map(({ trees }) => trees.length), expert: { scale, forests: models.map((model) => [model]) } as TreeExpert }
}

/** Few journeys cannot tell fine steps apart, and trees grow faster on coarse ones. */
const edgesOf = (columns: Float64Array[]) => {
  const bins = Math.max(16, Math.min(mostBins, Math.round((columns[0]?.length ?? 0) / 10)))
  return columns.map((column) => binEdges(column, bins))
}

const scaled = ({ hours, planned, recent }: Examples, scale: Scale, base: ScaleBase) =>
  Float64Array.from(hours, (its, at) => onScale(scale, its, { planned: planned[at] as number, recent: recent[at] as number }, base))

export const readyTreeExpert = ({ scale, forests, settled }: TreeExpert): ReadyTreeExpert => ({
  scale,
  flat: forests.map(flatten),
  settled,
})

/** Hours at each level. They may cross; whoever combines them puts them in order. */
export const askTrees = ({ scale, flat }: ReadyTreeExpert, row: Float64Array, to: Against, base: ScaleBase): Triple =>
  flat.map((forest) => fromScale(scale, flatScore(forest, row), to, base)) as Triple
