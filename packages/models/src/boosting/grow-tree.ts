import { bestSplit, binStride, type Histogram, type Split, type SplitRules } from './best-split.ts'
import type { BinnedTable } from './bin-table.ts'
import type { Tree } from './tree.ts'

export type GrowRules = SplitRules & { leaves: number; depth: number }
type Node = {
  at: number
  from: number
  to: number
  depth: number
  histogram: Histogram
  split: Split | undefined
  gradient: number
  hessian: number
}

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
  gradients: Float64Array,
  hessians: Float64Array,
  rules: GrowRules,
  workspace: Workspace,
  valueIn: (rows: Int32Array, gradient: number, hessian: number) => number,
): Tree => {
  const tree: Tree = { feature: [0], threshold: [0], missingLeft: [0], left: [0], value: [0] }
  const binsOf = Int32Array.from(table.edges, (edges) => edges.length + 1)
  const featureStride = (binsOf.reduce((most, bins) => Math.max(most, bins), 0) + 1) * binStride
  const size = table.bins.length * featureStride

  const count = (from: number, to: number): Histogram => {
    const histogram = (workspace.pool.pop() ?? new Float64Array(size)).fill(0)
    for (let at = from; at < to; at += 1) {
      workspace.gradients[at] = gradients[rows[at] as number] as number
      workspace.hessians[at] = hessians[rows[at] as number] as number
    }
    for (const feature of features) addUp(histogram, feature * featureStride, table.bins[feature] as Uint8Array, rows, from, to, workspace)
    return histogram
  }
  const consider = (node: Omit<Node, 'split'>): Node => {
    const many = node.to - node.from
    const split =
      node.depth < rules.depth && many >= 2 * rules.leastRows
        ? bestSplit(node.histogram, featureStride, features, binsOf, { gradient: node.gradient, hessian: node.hessian, rows: many }, rules)
        : undefined
    return { ...node, split }
  }
  const sums = (histogram: Histogram) => {
    let gradient = 0
    let hessian = 0
    const base = (features[0] as number) * featureStride
    for (let at = base; at < base + featureStride; at += binStride) {
      gradient += histogram[at] as number
      hessian += histogram[at + 1] as number
    }
    return { gradient, hessian }
  }

  const whole = count(0, rows.length)
  const nodes = [consider({ at: 0, from: 0, to: rows.length, depth: 0, histogram: whole, ...sums(whole) })]
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
    const left = tree.left.length
    tree.feature[node.at] = feature
    tree.threshold[node.at] = table.edges[feature]?.[bin - 1] ?? Number.MAX_VALUE
    tree.missingLeft[node.at] = missingLeft ? 1 : 0
    tree.left[node.at] = left
    for (const list of [tree.feature, tree.threshold, tree.missingLeft, tree.left, tree.value]) list.push(0, 0)

    const leftIsSmaller = middle - node.from <= node.to - middle
    const smaller = leftIsSmaller ? count(node.from, middle) : count(middle, node.to)
    const larger = node.histogram
    for (const which of features) {
      const base = which * featureStride
      const end = base + ((binsOf[which] as number) + 1) * binStride
      for (let at = base; at < end; at += 1) larger[at] = (larger[at] as number) - (smaller[at] as number)
    }
    const ofLeft = leftIsSmaller ? smaller : larger
    const ofRight = leftIsSmaller ? larger : smaller
    nodes[chosen] = consider({ at: left, from: node.from, to: middle, depth: node.depth + 1, histogram: ofLeft, ...sums(ofLeft) })
    nodes.push(consider({ at: left + 1, from: middle, to: node.to, depth: node.depth + 1, histogram: ofRight, ...sums(ofRight) }))
  }
  for (const node of nodes) {
    tree.value[node.at] = valueIn(rows.subarray(node.from, node.to), node.gradient, node.hessian)
    workspace.pool.push(node.histogram)
  }
  return tree
}

/** Kept a function of its own: it is where the time goes, and small functions are optimised well. */
const addUp = (histogram: Histogram, base: number, bins: Uint8Array, rows: Int32Array, from: number, to: number, sums: Workspace) => {
  const { gradients, hessians } = sums
  for (let at = from; at < to; at += 1) {
    const slot = base + (bins[rows[at] as number] as number) * binStride
    histogram[slot] = (histogram[slot] as number) + (gradients[at] as number)
    histogram[slot + 1] = (histogram[slot + 1] as number) + (hessians[at] as number)
    histogram[slot + 2] = (histogram[slot + 2] as number) + 1
  }
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
