import { besideNaive } from '@lading/models/accuracy/beside-naive'
import { figuresOf } from '@lading/models/accuracy/figures'
import { describe, expect, it } from 'vitest'
import { toBacktestGroups } from '../../src/accuracy/to-backtest-groups.ts'

/** So many cases, in which the model is off by about `model` and the naive rule by about `naive`. */
const part = (group: string, model: number, naive: number, count = 20) => {
  const cases = Array.from({ length: count }, (_, at) => {
    const share = ((at * 7) % 10) / 10
    return { p10: 5, p50: 10 + model * share, p90: 15, actual: 10, naive: 10 + naive * share }
  })
  return { group, figures: figuresOf(cases) ?? null, beside: besideNaive(cases) }
}
const tested = [part('', 1, 2), part('LAMP @ A', 4, 1), part('LAMP @ A', 4, 1), part('LAMP @ B', 1, 1, 5), part('BULB @ A', 1, 4, 40)]
const decision = { scope: 'product', name: 'LAMP', uses: 'naive', cases: 45, improvement: -2 }
const demand = { name: 'demand', inUse: true, state: { decisions: [decision] } }

describe('Tests on the past by group', () => {
  it('put the parts of a group together, the worst beside the naive rule first, and say which of the two is used.', () => {
    const groups = toBacktestGroups(tested, 'product', demand)
    expect(groups.map(({ name, cases, verdict, uses }) => [name, cases, verdict, uses])).toEqual([
      ['LAMP', 45, 'worse', 'naive'],
      ['BULB', 40, 'better', 'model'],
    ])
    expect(groups[1]?.improvement).toBeCloseTo(0.75, 10)
    expect(groups[1]?.naiveError).toBeCloseTo(4 * 0.45, 10)
  })

  it('go by warehouse and by product in its warehouse as well, and by their own groups whatever those are.', () => {
    expect(toBacktestGroups(tested, 'warehouse', demand).map(({ name, cases }) => [name, cases])).toEqual([
      ['A', 80],
      ['B', 5],
    ])
    const items = toBacktestGroups(tested, 'group', demand)
    expect(items.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['LAMP @ A', 'worse'],
      ['LAMP @ B', 'too-few'],
      ['BULB @ A', 'better'],
    ])
    const lanes = [part('CNSZX → NLRTM', 1, 4, 40)]
    expect(toBacktestGroups(lanes, 'group', { name: 'arrival', inUse: true, state: {} })).toMatchObject([{ uses: 'model' }])
    expect(toBacktestGroups(lanes, 'product', undefined)).toEqual([])
  })

  it('Where the model lost as a whole the naive rule is used for every group.', () => {
    expect(toBacktestGroups(tested, 'product', { ...demand, inUse: false }).map(({ uses }) => uses)).toEqual(['naive', 'naive'])
  })
})
