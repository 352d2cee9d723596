import { entropyOf } from '../../probability/log-odds.ts'
import { newCellIndex } from './cell-index.ts'
import { bestStrength, cellsIn, outOfBlock, shares } from './cross.ts'

/** A cross before its groups are counted. Those that are not `told` to the trees are only there for those that grow out of them. */
export type CrossPlan = { components: number[]; parent: number; component: number; tells: boolean }

export type Blocks = { block: Uint8Array; many: number }
type Found = {
  components: number[]
  parent: Found | undefined
  component: number
  cells: Int32Array
  share: Float64Array
  loss: number
}

const deepest = 6
/** How many crosses of each depth are grown further, and how many of them the trees are told of. */
const grownOfDepth = 8
const toldOfDepth = 3
const mostSingle = 16
/** A component earns its place when it lowers the loss by this share of what is unknown at the outset. */
const leastGain = 0.001

const keyOf = ({ components }: Found) => components.join(' ')

/**
 * Which components are worth grouping by together: each alone, then step by step the best groupings divided by one more, judged by what
 * the other stretches of time tell about each declaration (a beam search; crossed target encodings as in Luo et al. 2019, AutoCross).
 */
export const findCrosses = (codes: Int32Array[], answers: Float64Array, blocks: Blocks): CrossPlan[] => {
  const rate = answers.reduce((sum, answer) => sum + answer, 0) / answers.length
  const least = leastGain * entropyOf(rate)
  const all: Found = {
    components: [],
    parent: undefined,
    component: -1,
    cells: new Int32Array(answers.length),
    share: new Float64Array(answers.length).fill(rate),
    loss: entropyOf(rate),
  }
  const divide = (from: Found, component: number): Found => {
    const index = newCellIndex(1024)
    const cells = cellsIn(index, from.cells, codes[component] as Int32Array, true)
    const others = outOfBlock(cells, answers, blocks, index.size)
    const { strength, loss } = bestStrength(others, answers, from.share)
    const components = [...from.components, component].sort((one, other) => one - other)
    return { components, parent: from, component, cells, share: shares(others, strength, from.share), loss }
  }
  const byLoss = (one: Found, other: Found) => one.loss - other.loss

  const singles = codes.map((_, component) => divide(all, component)).sort(byLoss)
  const told = new Set(singles.slice(0, mostSingle))
  let grown = singles.filter(({ loss }) => loss < all.loss - least).slice(0, grownOfDepth)
  // What divides none of the groupings of one depth to any use is not tried on those that grow out of them.
  const useful = new Set(codes.keys())
  for (let depth = 2; depth <= deepest && grown.length > 0; depth += 1) {
    const best = new Map<string, Found>()
    const useless = new Set(useful)
    for (const from of grown)
      for (const component of useful) {
        if (from.components.includes(component)) continue
        const found = divide(from, component)
        if (found.loss >= from.loss - least) continue
        useless.delete(component)
        if (found.loss < (best.get(keyOf(found))?.loss ?? Number.POSITIVE_INFINITY)) best.set(keyOf(found), found)
      }
    // What all groupings have already was not tried at all.
    for (const { components } of grown) for (const component of components) useless.delete(component)
    for (const component of useless) useful.delete(component)
    grown = [...best.values()].sort(byLoss).slice(0, grownOfDepth)
    for (const found of grown.slice(0, toldOfDepth)) told.add(found)
  }
  return planOf(told)
}

/** Wider groupings before those that grow out of them. */
const planOf = (told: Set<Found>): CrossPlan[] => {
  const plan: CrossPlan[] = []
  const places = new Map<Found, number>()
  const placeOf = (found: Found | undefined): number => {
    if (!found?.parent) return -1
    const known = places.get(found)
    if (known !== undefined) return known
    const parent = placeOf(found.parent)
    places.set(found, plan.length)
    plan.push({ components: found.components, parent, component: found.component, tells: told.has(found) })
    return plan.length - 1
  }
  for (const found of told) placeOf(found)
  return plan
}
