import { seeded } from '../random/seeded.ts'
import { type BinnedTable, binTable } from './bin-table.ts'
import { type GrowRules, growTree, workspaceFor } from './grow-tree.ts'
import type { Loss } from './loss.ts'
import { leafOf, type Tree } from './tree.ts'

export type BoostRules = GrowRules & {
  rounds: number
  /** How much of each tree's answer is believed. */
  shrinkage: number
  /** Shares of the rows and of the features that each tree sees. */
  rowShare: number
  featureShare: number
  /** With rows to judge by: so many rounds without a better loss are the end. */
  patience: number
  seed: number
}

export const usualRules: BoostRules = {
  rounds: 300,
  shrinkage: 0.05,
  leaves: 15,
  depth: 8,
  leastRows: 20,
  leastHessian: 1e-3,
  lambda: 1,
  leastGain: 1e-9,
  rowShare: 0.8,
  featureShare: 0.8,
  patience: 40,
  seed: 1,
}

/** Trees whose values add up to the score. Plain data: it is stored as it is. */
export type Boosted = { start: number; trees: Tree[] }

export type BoostInput = {
  table: BinnedTable
  targets: Float64Array
  loss: Loss
  weights?: Float64Array
  /** Where each row begins, when something is known of it already; then `start` is 0. */
  scores?: Float64Array
  /** Rows from here on are not learnt from but judge how many trees are enough. In time order they are the latest. */
  judgedFrom?: number
  rules?: Partial<BoostRules>
}

/**
 * Stochastic gradient boosting (Friedman 2001, 2002) of any loss. Returns the trees up to the best round, the scores of all rows
 * after them, and the loss of the judged rows (NaN without any).
 */
export const boost = ({ table, targets, loss, weights, scores: given, judgedFrom = table.rows, rules }: BoostInput) => {
  const all = { ...usualRules, ...rules }
  const random = seeded(all.seed)
  const weight = weights ?? new Float64Array(table.rows).fill(1)
  const start = given ? 0 : loss.start(targets.subarray(0, judgedFrom), weight.subarray(0, judgedFrom))
  const scores = given ? given.slice() : new Float64Array(table.rows).fill(start)
  const gradients = new Float64Array(table.rows)
  const hessians = new Float64Array(table.rows)
  const workspace = workspaceFor(table)
  const trees: Tree[] = []
  const judge = () => meanLoss(loss, targets, scores, weight, judgedFrom)
  let best = { loss: judge(), trees: 0 }

  for (let round = 0; round < all.rounds && table.bins.length > 0; round += 1) {
    loss.derive(targets, scores, weight, gradients, hessians)
    const rows = sample(judgedFrom, all.rowShare, random)
    const features = sample(table.bins.length, all.featureShare, random)
    const tree = growTree(
      table,
      rows,
      features,
      { gradients, hessians, alike: haveSameHessian(hessians, judgedFrom) },
      all,
      workspace,
      (inLeaf, gradient, hessian) => {
        const step = loss.leaf ? loss.leaf(inLeaf, targets, scores, weight) : -gradient / (hessian + all.lambda)
        return all.shrinkage * step
      },
    )
    trees.push(tree)
    addTree(table, tree, scores)
    if (judgedFrom >= table.rows) continue
    const now = judge()
    if (now < best.loss) best = { loss: now, trees: trees.length }
    else if (trees.length - best.trees >= all.patience) break
  }
  if (judgedFrom >= table.rows) return { boosted: { start, trees } as Boosted, scores, loss: Number.NaN }
  return { boosted: { start, trees: trees.slice(0, best.trees) } as Boosted, scores, loss: best.loss }
}

export const boostColumns = (columns: Float64Array[], input: Omit<BoostInput, 'table'>) => boost({ ...input, table: binTable(columns) })

/** The score of one row of features, in the order of the columns. */
export const scoreOf = ({ start, trees }: Boosted, row: ArrayLike<number>): number => {
  let score = start
  for (let at = 0; at < trees.length; at += 1) {
    const tree = trees[at] as Tree
    score += tree.value[leafOf(tree, row)] as number
  }
  return score
}

const meanLoss = (loss: Loss, targets: Float64Array, scores: Float64Array, weights: Float64Array, from: number) => {
  let sum = 0
  let total = 0
  for (let row = from; row < targets.length; row += 1) {
    sum += (weights[row] as number) * loss.of(targets[row] as number, scores[row] as number)
    total += weights[row] as number
  }
  return total > 0 ? sum / total : Number.NaN
}

const haveSameHessian = (hessians: Float64Array, many: number) => {
  for (let row = 1; row < many; row += 1) if (hessians[row] !== hessians[0]) return false
  return true
}

/** Walks the tree by bins rather than values: the sample and the rows left out alike. */
const addTree = ({ bins, edges, rows }: BinnedTable, tree: Tree, scores: Float64Array) => {
  const binned = Int32Array.from(tree.left, (left, at) => {
    if (left === 0) return 0
    const which = edges[tree.feature[at] as number]?.indexOf(tree.threshold[at] as number) as number
    return which < 0 ? 255 : which + 1
  })
  const feature = Int32Array.from(tree.feature)
  const left = Int32Array.from(tree.left)
  for (let row = 0; row < rows; row += 1) {
    let at = 0
    for (let next = left[0] as number; next !== 0; next = left[at] as number) {
      const bin = (bins[feature[at] as number] as Uint8Array)[row] as number
      const goesLeft = bin === 0 ? tree.missingLeft[at] === 1 : bin <= (binned[at] as number)
      at = goesLeft ? next : next + 1
    }
    scores[row] = (scores[row] as number) + (tree.value[at] as number)
  }
}

/** A share of the numbers below `many`, in ascending order; at least one, each equally likely. */
const sample = (many: number, share: number, random: () => number): Int32Array => {
  const wanted = Math.max(1, Math.round(share * many))
  if (wanted >= many) return Int32Array.from({ length: many }, (_, at) => at)
  const chosen = new Int32Array(wanted)
  let taken = 0
  for (let at = 0; taken < wanted; at += 1)
    if (random() * (many - at) < wanted - taken) {
      chosen[taken] = at
      taken += 1
    }
  return chosen
}
