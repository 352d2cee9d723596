import { entropyOf } from '../../probability/log-odds.ts'
import { areaUnderCurve } from '../../probability/rank.ts'
import { newCellIndex } from './cell-index.ts'
import { codesIn, componentsOf } from './component.ts'
import { bestStrength, cellsIn, outOfBlock, shares } from './cross.ts'
import type { Declarations } from './declarations.ts'
import type { Blocks } from './find-crosses.ts'

/**
 * A column that all but is the answer (what the examination found, entered afterwards) is refused: it will not be there when it is needed.
 * `explained` is the share of the uncertainty about the answer that the column alone takes away, judged on other stretches of time.
 */
export type Refusal = { column: string; reason: 'tells-the-answer'; explained: number; auc: number }

/**
 * The exact amount tells far more than how large it is: records are copies of each other. Whatever is measured on such data flatters.
 */
export type Repeat = { column: string; explainedByAmount: number; explainedBySize: number }

const almostAll = 0.9
const almostSure = 0.99
const farMore = 0.2

const tells = (declarations: Declarations, answers: Float64Array, blocks: Blocks) => {
  const rate = answers.reduce((sum, answer) => sum + answer, 0) / answers.length
  const wider = new Float64Array(answers.length).fill(rate)
  const codes = componentsOf(declarations, {}).map((component) => codesIn(component, declarations))
  const explained = codes.map((its) => {
    const index = newCellIndex(1024)
    const cells = cellsIn(index, new Int32Array(answers.length), its, true)
    const others = outOfBlock(cells, answers, blocks, index.size)
    const { strength, loss } = bestStrength(others, answers, wider)
    return { explained: 1 - loss / entropyOf(rate), auc: areaUnderCurve(answers, shares(others, strength, wider)) }
  })
  return explained.reduce((most, its) => (its.explained > most.explained ? its : most), { explained: 0, auc: 0.5 })
}

const asNames = (values: Float64Array) => Array.from(values, (value) => (Number.isNaN(value) ? '' : String(value)))

export const refuse = (declarations: Declarations, answers: Float64Array, blocks: Blocks) => {
  const { rows, categories, numbers } = declarations
  const refused: Refusal[] = []
  const repeats: Repeat[] = []
  const judge = (column: string, { explained, auc }: { explained: number; auc: number }) => {
    const isRefused = explained >= almostAll || auc >= almostSure
    if (isRefused) refused.push({ column, reason: 'tells-the-answer', explained, auc })
    return isRefused
  }
  const given = (values: string[]) => values.map((value) => (value === '' ? '' : 'given'))
  const alone = (columns: Partial<Declarations>) => tells({ rows, categories: {}, numbers: {}, ...columns }, answers, blocks)
  // Whether there is anything in it may be the answer as well, as with the number of a report.
  for (const [column, values] of Object.entries(categories)) judge(column, alone({ categories: { values, given: given(values) } }))
  for (const [column, values] of Object.entries(numbers)) {
    const bySize = alone({ numbers: { values } })
    if (judge(column, bySize)) continue
    const byAmount = alone({ categories: { values: asNames(values) } })
    if (byAmount.explained - bySize.explained > farMore)
      repeats.push({ column, explainedByAmount: byAmount.explained, explainedBySize: bySize.explained })
  }
  return { refused, repeats }
}

export const without = ({ rows, categories, numbers, days }: Declarations, columns: string[]): Declarations => {
  const left = <Column>(all: Record<string, Column>) => Object.fromEntries(Object.entries(all).filter(([name]) => !columns.includes(name)))
  return { rows, categories: left(categories), numbers: left(numbers), ...(days && { days }) }
}
