import { expect, it } from 'vitest'
import { withTable } from '../src/readme.ts'
import { table } from '../src/table.ts'

const sets = [{ set: 'lanes', n: 12, model: { mae: 3.25, coverage: 0.8 }, baselines: { plan: { mae: 1234.5 } } }]

it('shows the model beside each baseline, and leaves out what a baseline does not have', () => {
  expect(table(sets, { shown: ['mae', 'coverage'] }).split('\n')).toEqual([
    '| set | method | mae | coverage |',
    '| --- | --- | ---: | ---: |',
    '| lanes (12) | **Lading** | 3.25 | 0.8 |',
    '|  | plan | 1235 |  |',
  ])
})

it('goes into its own section of the README only', () => {
  const readme = 'a\n<!-- eval eta -->\nold\n<!-- eval eta -->\n<!-- eval stock -->\nkept\n<!-- eval stock -->'
  expect(withTable(readme, 'eta', 'new')).toBe(
    'a\n<!-- eval eta -->\n\nnew\n\n<!-- eval eta -->\n<!-- eval stock -->\nkept\n<!-- eval stock -->',
  )
  expect(() => withTable(readme, 'demand', 'new')).toThrow('between two <!-- eval demand -->')
})
