import { readFlags } from '@lading/prove/flags'
import { expect, test } from 'vitest'

const known = ['ingest-killed', 'flood']

test('Without flags everything is proved on real servers, and a table comes out.', () => {
  expect(readFlags([], known)).toEqual({ json: false, list: false, embedded: false, quick: false, readme: false })
})

test('Scenarios are picked by name, several with commas.', () => {
  expect(readFlags(['--json', '--only', 'flood,ingest-killed'], known)).toMatchObject({ json: true, only: ['flood', 'ingest-killed'] })
})

test.each([
  [['--only', 'flod'], 'no such scenario: flod'],
  [['--only'], '--only wants the name of a scenario'],
  [['--jsn'], 'what is --jsn?'],
])('A mistake is said rather than passed over: %j.', (args, problem) => {
  expect(readFlags(args, known)).toEqual({ problem })
})
