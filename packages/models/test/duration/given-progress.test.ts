import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { givenProgress } from '../../src/duration/given-progress.ts'
import type { HoursQuantiles } from '../../src/duration/journey.ts'

const hours = fc.double({ min: 0.1, max: 500, noNaN: true })
const whole = fc.tuple(hours, hours, hours).map(([a, b, c]): HoursQuantiles => ({ p10: a, p50: a + b, p90: a + b + c }))
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
const evenness = fc.record({
  halfway: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  scatterHours: fc.double({ min: 0.001, max: 20, noNaN: true }),
})
const width = ({ p10, p90 }: HoursQuantiles) => p90 - p10

const voyage = { p10: 90, p50: 100, p90: 115 }
const steady = { halfway: 0.5, scatterHours: 0.01 }
const unsteady = { halfway: 0.5, scatterHours: 30 }

describe('the whole, given how far goods have come', () => {
  test('is what was expected where they keep to it, and known better the further they are.', () => {
    fc.assert(
      fc.property(whole, share, share, evenness, (its, one, other, even) => {
        const [nearer, further] = [one, other].sort((a, b) => a - b) as [number, number]
        const onTime = (behind: number) =>
          givenProgress(its, { behind, elapsedHours: its.p50 * behind ** (Math.log(even.halfway) / Math.log(0.5)) }, even)
        expect(onTime(nearer).p50).toBeCloseTo(its.p50, 6)
        expect(width(onTime(nearer))).toBeLessThanOrEqual(width(its) + 1e-9)
        expect(width(onTime(further))).toBeLessThanOrEqual(width(onTime(nearer)) + 1e-9)
      }),
    )
  })

  test('stays in order, and is later the later they are where they are.', () => {
    fc.assert(
      fc.property(whole, share, hours, hours, evenness, (its, behind, elapsedHours, more, even) => {
        const first = givenProgress(its, { behind, elapsedHours }, even)
        const second = givenProgress(its, { behind, elapsedHours: elapsedHours + more }, even)
        expect(first.p10).toBeLessThanOrEqual(first.p50)
        expect(first.p50).toBeLessThanOrEqual(first.p90)
        expect(second.p50).toBeGreaterThanOrEqual(first.p50 - 1e-9)
      }),
    )
  })

  test('follows the pace of what moves evenly, and the clock where progress comes in leaps.', () => {
    // A fifth of the way in 22 hours instead of 20.
    const slow = { behind: 0.2, elapsedHours: 22 }
    expect(givenProgress(voyage, slow, steady).p50).toBeCloseTo(110, 0)
    expect(givenProgress(voyage, slow, unsteady).p50).toBeLessThan(101)
    expect(width(givenProgress(voyage, slow, steady))).toBeLessThan(6)
    expect(width(givenProgress(voyage, slow, unsteady))).toBeGreaterThan(20)
  })

  test('has a long halt added to it, and not taken for the pace of the rest of the way.', () => {
    const halted = givenProgress(voyage, { behind: 0.2, elapsedHours: 60 }, steady).p50
    expect(halted).toBeGreaterThan(130)
    expect(halted).toBeLessThan(160)
  })

  test('knows that half of the way need not be half of the time.', () => {
    const round = { halfway: 0.3, scatterHours: 0.01 }
    expect(givenProgress(voyage, { behind: 0.5, elapsedHours: 30 }, round).p50).toBeCloseTo(100, 6)
  })

  test('is the time that it took, once all of the way is behind.', () => {
    const { p10, p50, p90 } = givenProgress(voyage, { behind: 1, elapsedHours: 97 }, unsteady)
    expect([p10, p50, p90].map((its) => Math.round(its * 1e6) / 1e6)).toEqual([97, 97, 97])
  })
})
