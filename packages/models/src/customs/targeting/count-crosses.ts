import { newCellIndex } from './cell-index.ts'
import { bestStrength, type Cross, cellsIn, outOfBlock, shares, tally } from './cross.ts'
import type { Blocks, CrossPlan } from './find-crosses.ts'

/** What is told of each row's group in one cross: the share of yes, and on how many answers it rests. */
export type Evidence = { share: Float64Array; told: Float64Array }

/** Counts the groups of each cross, and what the other blocks tell of each row, which is what trees may learn from. */
export const countCrosses = (plan: CrossPlan[], codes: Int32Array[], answers: Float64Array, blocks: Blocks) => {
  const rate = answers.reduce((sum, answer) => sum + answer, 0) / answers.length
  const none = { cells: new Int32Array(answers.length), share: new Float64Array(answers.length).fill(rate) }
  const known: { cells: Int32Array; share: Float64Array }[] = []
  const crosses: Cross[] = []
  const evidence: Evidence[] = []
  for (const { components, parent, component, tells } of plan) {
    const wider = known[parent] ?? none
    const index = newCellIndex(1024)
    const cells = cellsIn(index, wider.cells, codes[component] as Int32Array, true)
    const others = outOfBlock(cells, answers, blocks, index.size)
    const { strength } = bestStrength(others, answers, wider.share)
    const share = shares(others, strength, wider.share)
    known.push({ cells, share })
    crosses.push({ components, parent, component, tells, strength, index, ...tally(cells, answers, index.size) })
    evidence.push({ share, told: others.told })
  }
  return { crosses, evidence, rate }
}

/** What all answers so far tell of rows that are new. In a group nobody has seen yet, the wider one speaks, with no answers of its own. */
export const evidenceOf = (crosses: Cross[], codes: Int32Array[], rate: number, rows: number): Evidence[] => {
  const cells: Int32Array[] = []
  const evidence: Evidence[] = []
  for (const cross of crosses) {
    const wider = evidence[cross.parent]?.share
    const its = cellsIn(cross.index, cells[cross.parent] ?? new Int32Array(rows), codes[cross.component] as Int32Array, false)
    const share = new Float64Array(rows)
    const told = new Float64Array(rows)
    for (let row = 0; row < rows; row += 1) {
      const cell = its[row] as number
      const widerShare = wider ? (wider[row] as number) : rate
      told[row] = cell < 0 ? 0 : (cross.told[cell] as number)
      const yes = cell < 0 ? 0 : (cross.yes[cell] as number)
      share[row] = (yes + cross.strength * widerShare) / ((told[row] as number) + cross.strength)
    }
    cells.push(its)
    evidence.push({ share, told })
  }
  return evidence
}
