import { digitsOf } from '@lading/shared/money/digits-of'
import { readAmount } from '@lading/shared/money/read-amount'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('An amount that somebody writes', () => {
  it.each([
    ['12.34', 'EUR', 1_234],
    ['1.005', 'KWD', 1_005],
    ['1.15', 'EUR', 115],
    ['7', 'JPY', 7],
    ['7.00', 'JPY', 7],
    ['0.5', 'JPY', undefined],
    ['1.005', 'EUR', undefined],
    ['1,5', 'EUR', undefined],
    ['-1', 'EUR', undefined],
    ['', 'EUR', undefined],
    ['999999999999999.99', 'EUR', undefined],
  ])('%s %s is %s minor units.', (text, currency, minorUnits) => {
    expect(readAmount(text, currency)).toBe(minorUnits)
  })

  it('is read as it was written, whatever it is.', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'), (minorUnits, currency) => {
        const digits = digitsOf(currency)
        const written = String(minorUnits).padStart(digits + 1, '0')
        const text = digits === 0 ? written : `${written.slice(0, -digits)}.${written.slice(-digits)}`
        expect(readAmount(text, currency)).toBe(minorUnits)
      }),
    )
  })
})
