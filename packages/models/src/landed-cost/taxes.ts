import type Big from 'big.js'
import { inPercent } from './amounts.ts'
import { type Assessed, type Levy, reliefsOf } from './duties.ts'
import { concerns, firstOfEach, rulesOf } from './rules-for.ts'

/** What a line comes to so far; a tax is on the goods and on those of the others that its rule names. */
type Parts = Record<'goods' | 'freight' | 'duty' | 'excise' | 'fees', Big>

/**
 * Taxes of a consignment, a levy a rule, each with what it is on, line by line; by which rules lines are freed of tax, and those that no
 * rule is about. Of a name each line bears one.
 */
export const taxesOn = (assessed: Assessed, partsOf: (line: number) => Parts) => {
  const reliefs = reliefsOf(assessed, 'tax')
  const all = rulesOf(assessed.rules, 'tax', assessed.place)
  const untaxed: number[] = []
  const byRule = new Map<string, { levy: Levy; bases: Big[] }>()
  assessed.lines.forEach((line, index) => {
    if (reliefs.has(index)) return
    const own = firstOfEach(
      all.filter((rule) => concerns(rule, line)),
      ({ terms }) => terms.name,
    )
    if (own.length === 0) untaxed.push(index)
    const { goods, ...parts } = partsOf(index)
    for (const rule of own) {
      const { name, percent, on } = rule.terms
      const base = on.reduce((total, part) => total.plus(parts[part]), goods)
      const levy: Levy = { name, rule, charge: { percent }, lines: [], amounts: [], isRelief: false }
      const its = byRule.get(rule.id) ?? { levy, bases: [] }
      its.levy.lines.push(index)
      its.levy.amounts.push(inPercent(base, percent))
      its.bases.push(base)
      byRule.set(rule.id, its)
    }
  })
  return { taxes: [...byRule.values()], untaxed, reliefs }
}
