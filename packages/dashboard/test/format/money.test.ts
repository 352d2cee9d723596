import { expect, test } from 'vitest'
import { formatMoney } from '../../src/format/money.ts'

test.each([
  ['EUR', 1050, '10.50'],
  ['JPY', 1050, '1,050'],
  ['KWD', 1050, '1.050'],
  ['HUF', 1050, '10.50'],
])('1050 minor units of %s are written as the currency divides.', (currency, minorUnits, expected) => {
  expect(formatMoney({ minorUnits, currency })).toContain(expected)
})
