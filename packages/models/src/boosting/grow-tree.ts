import { bestSplit, type Split, type SplitRules, type Sums } from './best-split.ts'
import type { BinnedTable } from './bin-table.ts'
import { addUp, addUpAlike, type Derivatives, fillAlike, type Histogram, layoutOf, subtract } from './histogram.ts'
import type { Tree } from './tree.ts'

export type GrowRules = SplitRules & { leaves: number; depth: number }
type Node = Sums & { at: number; from: number; to: number; depth: number; histogram: Histogram | undefined; split: Split | undefined }

/** Memory that growing one tree after the other needs, kept between trees. */
export type Workspace = { pool: Histogram[]; gradients: Float64Array; hessians: Float64Array; spare: Int32Array }
export const workspaceFor = (table: BinnedTable): Workspace => ({
  pool: [],
  gradients: new Float64Array(table.rows),
  hessians: new Float64Array(table.rows),
  spare: new Int32Array(table.rows),
})

/**
 * A tree grown leaf by leaf, the most useful split first (Ke et al. 2017, LightGBM), on histograms of binned features: the smaller child
 * is counted, the larger is its parent less its sibling. `rows` is the sample; it is put in the order of the leaves. `valueIn` says what
 * the leaf of these rows adds, given its sums.
 */
export const growTree = (
  table: BinnedTable,
  rows: Int32Array,
  features: Int32Array,
  { gradients, hessians, alike }: Derivatives,
  rules: GrowRules,
  workspace: Workspace,
  valueIn: (rows: Int32Array, gradient: number, hessian: number) => number,
): Tree => {
  const tree: Tree = { feature: [0], threshold: [0], missingLeft: [0], left: [0], value: [0] }
  const layout = layoutOf(table, features)
  const inOrder: Derivatives = { gradients: workspace.gradients, hessians: workspace.hessians, alike }

  const count = (from: number, to: number): Histogram => {
    let histogram = workspace.pool.pop()
    if (!histogram || histogram.length < layout.size) histogram = new Float64Array(layout.size)
    histogram.fill(0)
    for (let at = from; at < to; at += 1) {
      workspace.gradients[at] = gradients[rows[at] as number] as number
      workspace.hessians[at] = hessians[rows[at] as number] as number
    }
    const add = alike ? addUpAlike : addUp
    for (let which = 0; which < features.length; which += 1)
      add(histogram, layout.starts[which] as number, table.bins[features[which] as number] as Uint8Array, rows, from, to, inOrder)
    if (alike) fillAlike(histogram, workspace.hessians[from] as number)
    return histogram
  }
  const nodeOf = (at: number, from: number, to: number, depth: number): Node => {
    let gradient = 0
    let hessian = 0
    for (let row = from; row < to; row += 1) {
      gradient += gradients[rows[row] as number] as number
      hessian += hessians[rows[row] as number] as number
    }
    return { at, from, to, depth, rows: to - from, gradient, hessian, histogram: undefined, split: undefined }
  }
  const mayGrow = ({ rows: many, depth }: Node) => depth < rules.depth && many >= 2 * rules.leastRows
  const consider = (node: Node, histogram: Histogram) => {
    node.histogram = histogram
    if (mayGrow(node)) node.split = bestSplit(histogram, layout, node, rules)
  }

  const root = nodeOf(0, 0, rows.length, 0)
  if (rows.length > 0) consider(root, count(0, rows.length))
  const nodes = [root]
  while (nodes.length < rules.leaves) {
    let chosen = -1
    for (let which = 0; which < nodes.length; which += 1) {
      const gain = nodes[which]?.split?.gain
      if (gain !== undefined && (chosen < 0 || gain > (nodes[chosen]?.split?.gain as number))) chosen = which
    }
    if (chosen < 0) break
    const node = nodes[chosen] as Node
    const { feature, bin, missingLeft } = node.split as Split
    const middle = partition(rows, node.from, node.to, table.bins[feature] as Uint8Array, bin, missingLeft, workspace.spare)
    const place = tree.left.length
    tree.feature[node.at] = feature
    tree.threshold[node.at] = table.edges[feature]?.[bin - 1] ?? Number.MAX_VALUE
    tree.missingLeft[node.at] = missingLeft ? 1 : 0
    tree.left[node.at] = place
    for (const list of [tree.feature, tree.threshold, tree.missingLeft, tree.left, tree.value]) list.push(0, 0)

    const left = nodeOf(place, node.from, middle, node.depth + 1)
    const right = nodeOf(place + 1, middle, node.to, node.depth + 1)
    nodes[chosen] = left
    nodes.push(right)
    const ofNode = node.histogram as Histogram
    // The last leaves are not split again, so that nothing need be counted for them.
    if (nodes.length >= rules.leaves || !(mayGrow(left) || mayGrow(right))) {
      workspace.pool.push(ofNode)
      continue
    }
    const [smaller, larger] = left.rows <= right.rows ? [left, right] : [right, left]
    const ofSmaller = count(smaller.from, smaller.to)
    subtract(ofNode, ofSmaller, layout.size)
    consider(smaller, ofSmaller)
    consider(larger, ofNode)
  }
  for (const { at, from, to, gradient, hessian, histogram } of nodes) {
    tree.value[at] = valueIn(rows.subarray(from, to), gradient, hessian)
    if (histogram) workspace.pool.push(histogram)
  }
  return tree
}

/** Those that go left first, each side in its order; where the right side begins. */
const partition = (rows: Int32Array, from: number, to: number, bins: Uint8Array, bin: number, missingLeft: boolean, spare: Int32Array) => {
  let left = from
  let right = 0
  for (let at = from; at < to; at += 1) {
    const row = rows[at] as number
    const its = bins[row] as number
    if (its === 0 ? missingLeft : its <= bin) {
      rows[left] = row
      left += 1
    } else {
      spare[right] = row
      right += 1
    }
  }
  for (let at = 0; at < right; at += 1) rows[left + at] = spare[at] as number
  return left
}
