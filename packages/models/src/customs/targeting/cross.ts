import { within01 } from '../../probability/log-odds.ts'
import { addCell, type CellIndex, findCell } from './cell-index.ts'

/**
 * Declarations grouped by several components at once: those of one commodity, from one country, under one preference. It grows out of a
 * wider grouping (`parent`, −1 for all declarations) by one more component. A group's share of yes is drawn towards that of the wider
 * group it lies in, as if `strength` more declarations had been like that (empirical Bayes; Micci-Barreca 2001).
 */
export type Cross = {
  components: number[]
  parent: number
  component: number
  /** The trees are told of it; otherwise it is only there for those that grow out of it. */
  tells: boolean
  strength: number
  index: CellIndex
  told: Float64Array
  yes: Float64Array
}

const strengths = [0.5, 1, 2, 4, 8, 16, 32, 64, 128]

/** The group of each row, from the wider group and the code of the component. */
export const cellsIn = (index: CellIndex, parentCells: Int32Array, codes: Int32Array, adding: boolean): Int32Array => {
  const cells = new Int32Array(codes.length)
  const find = adding ? addCell : findCell
  for (let row = 0; row < codes.length; row += 1) cells[row] = find(index, parentCells[row] as number, codes[row] as number)
  return cells
}

/** How many answers each group has, and how many of them are yes. */
export const tally = (cells: Int32Array, answers: ArrayLike<number>, many: number) => {
  const told = new Float64Array(many)
  const yes = new Float64Array(many)
  for (let row = 0; row < cells.length; row += 1) {
    const cell = cells[row] as number
    told[cell] = (told[cell] as number) + 1
    yes[cell] = (yes[cell] as number) + (answers[row] as number)
  }
  return { told, yes }
}

/** What the answers tell of each row's group. */
export type Told = { told: Float64Array; yes: Float64Array }

/** The same, from the other blocks only. */
export const outOfBlock = (
  cells: Int32Array,
  answers: ArrayLike<number>,
  { block, many }: { block: Uint8Array; many: number },
  cellCount: number,
): Told => {
  const whole = tally(cells, answers, cellCount)
  const own = { told: new Float64Array(cellCount * many), yes: new Float64Array(cellCount * many) }
  for (let row = 0; row < cells.length; row += 1) {
    const at = (cells[row] as number) * many + (block[row] as number)
    own.told[at] = (own.told[at] as number) + 1
    own.yes[at] = (own.yes[at] as number) + (answers[row] as number)
  }
  const told = new Float64Array(cells.length)
  const yes = new Float64Array(cells.length)
  for (let row = 0; row < cells.length; row += 1) {
    const cell = cells[row] as number
    const at = cell * many + (block[row] as number)
    told[row] = (whole.told[cell] as number) - (own.told[at] as number)
    yes[row] = (whole.yes[cell] as number) - (own.yes[at] as number)
  }
  return { told, yes }
}

export const drawn = (told: number, yes: number, strength: number, wider: number) => (yes + strength * wider) / (told + strength)

export const shares = ({ told, yes }: Told, strength: number, wider: Float64Array): Float64Array =>
  wider.map((share, row) => drawn(told[row] as number, yes[row] as number, strength, share))

/** The strength under which the other blocks tell most about each row, and its mean log loss. */
export const bestStrength = (told: Told, answers: Float64Array, wider: Float64Array) => {
  let best = { strength: strengths[0] as number, loss: Number.POSITIVE_INFINITY }
  for (const strength of strengths) {
    const loss = lossUnder(strength, told, answers, wider)
    // The loss has one valley in the strength: once it rises, it goes on rising.
    if (loss >= best.loss) break
    best = { strength, loss }
  }
  return best
}

/** Probabilities are at least a millionth, and so many of them multiplied are still a number: one logarithm does for all. */
const multiplied = 32

const lossUnder = (strength: number, { told, yes }: Told, answers: Float64Array, wider: Float64Array) => {
  let sum = 0
  let product = 1
  for (let row = 0; row < answers.length; row += 1) {
    const share = drawn(told[row] as number, yes[row] as number, strength, wider[row] as number)
    product *= within01((answers[row] as number) > 0.5 ? share : 1 - share)
    if (row % multiplied !== 0) continue
    sum -= Math.log(product)
    product = 1
  }
  return (sum - Math.log(product)) / answers.length
}
