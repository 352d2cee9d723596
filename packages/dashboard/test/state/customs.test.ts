import type { ListedEntry } from '@lading/shared/contract/customs'
import { expect, test } from 'vitest'
import { noCustomsFilter, readCustomsAddress, writeCustomsAddress } from '../../src/state/address/customs.ts'
import { inCustomsOrder } from '../../src/state/customs.ts'

test('What the customs screen shows is in its address, and comes back from it.', () => {
  const filter = { text: 'LDGU 88', states: ['documents-required' as const, 'detained' as const], country: 'CH' }
  const address = writeCustomsAddress(filter)
  expect(address).toBe('?state=documents-required,detained&country=CH&q=LDGU+88')
  expect(readCustomsAddress(address)).toEqual(filter)
  expect(writeCustomsAddress(noCustomsFilter)).toBe('')
})

test.each(['?state=lost,confiscated', '?country=Switzerland', '?country=ch&state=', ''])(
  'An address that says something else, %s, shows everything.',
  (search) => expect(readCustomsAddress(search)).toEqual(noCustomsFilter),
)

test('Whose goods have been held longest comes first, the others as they came.', () => {
  const entry = (id: string, stateAt: string | null) => ({ id, stateAt }) as ListedEntry
  const held = [entry('b', '2026-03-02T00:00:00Z'), entry('a', '2026-03-01T00:00:00Z')]
  const others = [entry('d', null), entry('c', '2026-02-01T00:00:00Z')]
  expect(inCustomsOrder({ held, others }).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c'])
})
