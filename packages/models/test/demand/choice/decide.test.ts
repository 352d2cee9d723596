import { type DemandChoice, itemName } from '@lading/shared/domain/demand-choice'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besideNaive } from '../../../src/accuracy/beside-naive.ts'
import { figuresOf } from '../../../src/accuracy/figures.ts'
import { decideGroups, decisionFor, type TestedItem } from '../../../src/demand/choice/decide.ts'
import { seeded } from '../../../src/random/seeded.ts'

const nothing: DemandChoice = { decisions: [] }
const random = seeded(11)

/** So many cases in which the forecast is off by about `forecast` and the naive rule by about `naive`. */
const tested = (product: string, warehouse: string, forecast: number, naive: number, count = 40): TestedItem => {
  const cases = Array.from({ length: count }, () => {
    const [p50, rule] = [10 + forecast * (random() - 0.5), 10 + naive * (random() - 0.5)]
    return { p10: 5, p50, p90: 15, actual: 10, naive: rule }
  })
  return { product, warehouse, name: itemName(product, warehouse), figures: figuresOf(cases) ?? null, beside: besideNaive(cases) }
}
const used = (choice: DemandChoice, product: string, warehouse: string) =>
  decisionFor(choice, { product, warehouse, name: itemName(product, warehouse) })?.uses

describe('Which of forecast and naive rule is used', () => {
  it('is what was better by more than chance, for the narrowest group that tells.', () => {
    const choice = decideGroups(
      [tested('LAMP', 'A', 9, 1), tested('LAMP', 'B', 1, 9), tested('BULB', 'A', 1, 9), tested('BULB', 'B', 1, 9)],
      nothing,
    )
    expect(used(choice, 'LAMP', 'A')).toBe('naive')
    expect(used(choice, 'LAMP', 'B')).toBe('forecast')
    expect(used(choice, 'BULB', 'A')).toBe('forecast')
    // Nothing was tested of this product there, so the warehouse decides.
    expect(used(choice, 'NEW', 'B')).toBe('forecast')
    expect(used(choice, 'NEW', 'C')).toBeUndefined()
  })

  it('is decided by the product where single warehouses have too few cases.', () => {
    const few = ['A', 'B', 'C'].map((warehouse) => tested('VALVE', warehouse, 9, 1, 14))
    const choice = decideGroups(few, nothing)
    expect(choice.decisions.map(({ scope, name, uses, cases }) => [scope, name, uses, cases])).toContainEqual([
      'product',
      'VALVE',
      'naive',
      42,
    ])
    expect(choice.decisions.some(({ scope }) => scope === 'item')).toBe(false)
    expect(used(choice, 'VALVE', 'B')).toBe('naive')
  })

  it('stays what it was where a test does not tell, and comes back only by winning.', () => {
    const lost = decideGroups([tested('LAMP', 'A', 9, 1)], nothing)
    expect(used(lost, 'LAMP', 'A')).toBe('naive')
    const even = decideGroups([tested('LAMP', 'A', 5, 5)], lost)
    expect(used(even, 'LAMP', 'A')).toBe('naive')
    expect(used(decideGroups([], even), 'LAMP', 'A')).toBe('naive')
    expect(used(decideGroups([tested('LAMP', 'A', 1, 9)], even), 'LAMP', 'A')).toBe('forecast')
  })

  it('does not depend on the order in which parts of the test came.', () => {
    const parts = [tested('LAMP', 'A', 9, 1), tested('LAMP', 'A', 8, 2), tested('BULB', 'A', 1, 9), tested('BULB', 'B', 2, 3)]
    const sorted = ({ decisions }: DemandChoice) =>
      decisions.map(({ scope, name, uses, cases }) => [scope, name, uses, cases].join()).sort()
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
        expect(sorted(decideGroups(shuffled, nothing))).toEqual(sorted(decideGroups(parts, nothing)))
      }),
    )
  })
})
