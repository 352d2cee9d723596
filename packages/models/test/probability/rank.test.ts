import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaUnderCurve, atShare, calibrationError } from '../../src/probability/rank.ts'

const someRows = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 6 })), { minLength: 2, maxLength: 40 })

describe('ranking', () => {
  test('The area under the curve counts how often a yes stands above a no, a tie as a half.', () => {
    expect(areaUnderCurve([1, 0, 1, 0], [0.9, 0.8, 0.7, 0.1])).toBe(0.75)
    expect(areaUnderCurve([1, 0], [0.5, 0.5])).toBe(0.5)
    expect(areaUnderCurve([1, 1], [0.5, 0.4])).toBeNaN()
    fc.assert(
      fc.property(someRows, (rows) => {
        const yes = rows.filter(([answer]) => answer === 1)
        const no = rows.filter(([answer]) => answer === 0)
        if (yes.length === 0 || no.length === 0) return
        let above = 0
        for (const [, high] of yes) for (const [, low] of no) above += high > low ? 1 : high === low ? 0.5 : 0
        const area = areaUnderCurve(
          rows.map(([answer]) => answer),
          rows.map(([, score]) => score),
        )
        expect(area).toBeCloseTo(above / (yes.length * no.length), 12)
      }),
    )
  })

  test('Of rows with one score as many count as there is room for, whatever their order.', () => {
    expect(atShare([1, 0, 0, 1], [3, 2, 2, 1], 0.5)).toEqual({ precision: 0.5, recall: 0.5 })
    expect(atShare([1, 1, 0, 0], [2, 1, 1, 1], 0.5).precision).toBeCloseTo((1 + 1 / 3) / 2)
    expect(atShare([0, 0, 1, 1], [1, 1, 1, 2], 0.5)).toEqual(atShare([1, 1, 0, 0], [2, 1, 1, 1], 0.5))
  })

  test('Calibration is off by as much as probabilities say too much, bin by bin.', () => {
    const answers = Array.from({ length: 100 }, (_, at) => Number(at % 10 < (at < 50 ? 2 : 6)))
    const says = answers.map((_, at) => (at < 50 ? 0.2 : 0.6))
    expect(calibrationError(answers, says)).toBeCloseTo(0, 12)
    expect(
      calibrationError(
        answers,
        says.map((probability) => probability + 0.1),
      ),
    ).toBeCloseTo(0.1, 12)
  })
})
