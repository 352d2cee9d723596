import { expect, test } from 'vitest'
import { firstRows } from '../../../src/views/import/first-rows.tsx'

test('the first three rows are shown, as the api reads them', () => {
  expect(firstRows('Code,name\na,"Anchor, Blue"\nb,B\n\nc,C\nd,D\n', true)).toEqual({
    columns: ['code', 'name'],
    rows: [
      ['a', 'Anchor, Blue'],
      ['b', 'B'],
      ['c', 'C'],
    ],
  })
})

test('a line that was cut off with the beginning of a large file is not shown', () => {
  expect(firstRows('code,name\na,A\nb,Bet', false)?.rows).toEqual([['a', 'A']])
})

test.each(['{"rules": []}', '<?xml version="1.0"?><a/>', '', 'a,b\n1\n', 'a\n"1\n'])('nothing is shown of what is no table: %j', (text) => {
  expect(firstRows(text, true)).toBeUndefined()
})
