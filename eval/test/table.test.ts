import { expect, it } from 'vitest'
import { withTable } from '../src/readme.ts'
import { summary, table } from '../src/table.ts'

const sets = [{ set: 'lanes', n: 12, model: { mae: 3.25, coverage: 0.8 }, baselines: { plan: { mae: 1234.5 } } }]

it('shows the model beside each baseline, and leaves out what a baseline does not have', () => {
  expect(table(sets, { shown: ['mae', 'coverage'] }).split('\n')).toEqual([
    '| set | method | mae | coverage |',
    '| --- | --- | ---: | ---: |',
    '| lanes (12) | **Lading** | 3.25 | 0.8 |',
    '|  | plan | 1235 |  |',
  ])
})

it('sums up in a row a set, with the best of the simple rules, which no bound is', () => {
  const baselines = { plan: { mae: 4 }, lane: { mae: 3.5 }, foresight: { mae: 0 } }
  expect(
    summary([{ set: 'lanes', n: 12, model: { mae: 3.25 }, baselines }], {
      shown: ['mae'],
      decides: { mae: 'lower' },
      bounds: ['foresight'],
    }),
  ).toBe('| set | mae | best rule’s mae |\n| --- | ---: | ---: |\n| lanes (12) | 3.25 | 3.5 (lane) |')
})

it('goes into its own section of the README only', () => {
  const readme = 'a\n<!-- eval eta -->\nold\n<!-- eval eta -->\n<!-- eval stock -->\nkept\n<!-- eval stock -->'
  expect(withTable(readme, 'eta', 'new')).toBe(
    'a\n<!-- eval eta -->\n\nnew\n\n<!-- eval eta -->\n<!-- eval stock -->\nkept\n<!-- eval stock -->',
  )
  expect(() => withTable(readme, 'demand', 'new')).toThrow('between two <!-- eval demand -->')
})
