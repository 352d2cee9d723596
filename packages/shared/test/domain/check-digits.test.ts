import { isContainerNumber } from '@lading/shared/domain/container-number'
import { isS10, s10CheckDigit } from '@lading/shared/domain/s10'
import { gs1CheckDigit, isSscc } from '@lading/shared/domain/sscc'
import { trackingNumberProblem } from '@lading/shared/domain/tracking-number'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('container numbers (ISO 6346)', () => {
  it.each(['CSQU3054383', 'MSKU9070323', 'TGHU7599330'])('%s is valid', (number) => {
    expect(isContainerNumber(number)).toBe(true)
  })
  it.each(['CSQU3054384', 'CSQX3054383', 'csqu3054383', 'CSQU305438', ''])('%j is not', (number) => {
    expect(isContainerNumber(number)).toBe(false)
  })
  it('finds any single mistyped digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 1, max: 9 }), (position, shift) => {
        const digits = [...'CSQU3054383']
        digits[position] = String((Number(digits[position]) + shift) % 10)
        // Remainders 0 and 10 share the check digit 0, so that a change between these two alone stays unseen.
        const text = digits.join('')
        return !isContainerNumber(text) || text.endsWith('0')
      }),
    )
  })
})

describe('SSCC (GS1)', () => {
  it('knows the check digit of the standard’s example', () => {
    expect(gs1CheckDigit('10614141123456789')).toBe(7)
    expect(isSscc('106141411234567897')).toBe(true)
    expect(isSscc('106141411234567890')).toBe(false)
    expect(isSscc('10614141123456789')).toBe(false)
  })
})

describe('postal item numbers (UPU S10)', () => {
  it('knows the check digit of the standard’s example', () => {
    expect(s10CheckDigit('47312482')).toBe(9)
    expect(isS10('RR473124829GB')).toBe(true)
    expect(isS10('RR473124828GB')).toBe(false)
  })
  it('gives 0 and 5 for the remainders that make 10 and 11', () => {
    const digits = new Set<number>()
    for (let serial = 0; serial < 1000; serial++) digits.add(s10CheckDigit(String(serial).padStart(8, '0')))
    expect([...digits].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})

describe('tracking numbers', () => {
  it.each([
    ['LD7Q2M9XKA4B', undefined],
    ['CSQU3054383', undefined],
    ['CSQU3054384', /container number/],
    ['106141411234567890', /SSCC/],
    ['RR473124828GB', /postal item number/],
    ['ab', /capital letters/],
    ['HAS SPACE', /capital letters/],
  ])('%s', (number, problem) => {
    const found = trackingNumberProblem(number)
    if (problem === undefined) expect(found).toBeUndefined()
    else expect(found).toMatch(problem)
  })
})
