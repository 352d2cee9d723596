import { withProof } from '@lading/prove/readme'
import { table } from '@lading/prove/table'
import { expect, test } from 'vitest'

const result = {
  name: 'flood',
  sent: 22000,
  acknowledged: 22000,
  stored: 21000,
  deadLettered: 1000,
  lost: 0,
  duplicates: 0,
  recoverySeconds: 1.25,
}

test('The table can be read in a terminal and in Markdown.', () => {
  expect(table([result]).split('\n')).toEqual([
    '| scenario |   sent | acknowledged | stored | dead-lettered | lost | duplicates | recovery, s |',
    '|----------|-------:|-------------:|-------:|--------------:|-----:|-----------:|------------:|',
    '| flood    | 22,000 |       22,000 | 21,000 |         1,000 |    0 |          0 |         1.3 |',
  ])
})

test('In the README the table replaces the last one, and nothing else.', () => {
  const first = withProof('# Lading\n', 'one')
  expect(first).toContain('one')
  const second = withProof(`${first}\nThe end.\n`, 'two')
  expect(second).toBe(`${first.replace('one', 'two')}\nThe end.\n`)
})
