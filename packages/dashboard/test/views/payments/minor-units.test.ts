import fc from 'fast-check'
import { expect, it } from 'vitest'
import { minorUnitsOf, typedAmount } from '../../../src/views/payments/minor-units.ts'

it.each([
  ['23.40', 'EUR', 2_340],
  ['23.4', 'EUR', 2_340],
  ['23', 'EUR', 2_300],
  ['23.405', 'EUR', undefined],
  ['1050', 'JPY', 1_050],
  ['1050.5', 'JPY', undefined],
  ['1.234', 'KWD', 1_234],
  ['23,40', 'EUR', undefined],
  ['-1', 'EUR', undefined],
  ['', 'EUR', undefined],
])('"%s" %s is %s.', (text, currency, minorUnits) => {
  expect(minorUnitsOf(text, currency)).toBe(minorUnits)
})

it('What stands in a field is the amount that it was made of.', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('EUR', 'JPY', 'KWD', 'HUF'), (minorUnits, currency) => {
      expect(minorUnitsOf(typedAmount({ minorUnits, currency }), currency)).toBe(minorUnits)
    }),
  )
})
