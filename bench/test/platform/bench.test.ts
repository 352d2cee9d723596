import { numberFlag, UsageError } from '@lading/bench/platform/bench'
import { columns } from '@lading/bench/platform/columns'
import { expect, test } from 'vitest'

test('A flag that is no whole number is refused by name.', () => {
  expect(numberFlag({ shipments: '5' }, 'shipments', 7)).toBe(5)
  expect(numberFlag({}, 'shipments', 7)).toBe(7)
  for (const value of ['many', '1.5', '-1', true])
    expect(() => numberFlag({ shipments: value as string }, 'shipments', 7), String(value)).toThrow(UsageError)
})

test('Columns are as wide as what stands in them.', () => {
  expect(
    columns([
      ['a', 'b'],
      ['long', '12'],
    ]),
  ).toBe('a      b\nlong  12')
})
