import { codesIn } from './component.ts'
import { cellsIn } from './cross.ts'
import type { Declarations } from './declarations.ts'
import type { Targeting } from './learn-targeting.ts'
import { withPrices } from './prices.ts'

const longer = (counts: Float64Array, size: number) => {
  if (counts.length >= size) return counts
  // Twice the room, so that outcomes that come one by one do not copy everything each time.
  const grown = new Float64Array(Math.max(size, 2 * counts.length))
  grown.set(counts)
  return grown
}

/**
 * Adds the results of examinations to what is known of each group, in place; new groups and categories are taken up. The trees and the
 * calibration stay as they are until all is learnt anew. To be told once, when the results are there.
 */
export const learnOutcomes = ({ encoder }: Targeting, declarations: Declarations, answers: ArrayLike<number>) => {
  const priced = withPrices(declarations, encoder.roles, encoder.prices)
  const codes = encoder.components.map((component) => codesIn(component, priced, true))
  const cells: Int32Array[] = []
  for (const cross of encoder.crosses) {
    const its = cellsIn(cross.index, cells[cross.parent] ?? new Int32Array(declarations.rows), codes[cross.component] as Int32Array, true)
    cross.told = longer(cross.told, cross.index.size)
    cross.yes = longer(cross.yes, cross.index.size)
    for (let row = 0; row < its.length; row += 1) {
      const cell = its[row] as number
      cross.told[cell] = (cross.told[cell] as number) + 1
      cross.yes[cell] = (cross.yes[cell] as number) + (answers[row] as number)
    }
    cells.push(its)
  }
}
