import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedArrival } from '../../../src/stock/lead-time/expected-arrival.ts'
import { transferTime } from '../../../src/stock/lead-time/transfer-time.ts'

const dayMs = 86_400_000
const now = new Date('2026-05-04T09:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * dayMs)
const inDays = ({ p10, p50, p90 }: ReturnType<typeof expectedArrival>) =>
  [p10, p50, p90].map((at) => (at.getTime() - now.getTime()) / dayMs) as [number, number, number]
const leadTime = { meanDays: 30, sdDays: 5 }
const placed = (daysAgo: number) => ({ orderedAt: ago(daysAgo), promisedAt: null })

describe('When an order comes', () => {
  it('is a lead time after it was placed, as uncertain as lead times are.', () => {
    const [p10, p50, p90] = inDays(expectedArrival(leadTime, placed(0), now))
    expect(p50).toBeGreaterThan(29)
    expect(p50).toBeLessThan(30.1)
    expect(p90 - p10).toBeGreaterThan(12)
    expect(p90 - p10).toBeLessThan(13.5)
    // A draft is placed now at the earliest.
    expect(inDays(expectedArrival(leadTime, { orderedAt: null, promisedAt: null }, now))).toEqual([p10, p50, p90])
  })

  it('is never before now, in order, and not long after a while that it takes anyway.', () => {
    fc.assert(
      fc.property(
        fc.record({ meanDays: fc.double({ min: 0, max: 200, noNaN: true }), sdDays: fc.double({ min: 0, max: 60, noNaN: true }) }),
        fc.double({ min: 0, max: 800, noNaN: true }),
        fc.option(fc.double({ min: -100, max: 300, noNaN: true }), { nil: null }),
        (lead, age, promised) => {
          const promisedAt = promised === null ? null : new Date(now.getTime() + promised * dayMs)
          const [p10, p50, p90] = inDays(expectedArrival(lead, { orderedAt: ago(age), promisedAt }, now))
          expect(p10).toBeGreaterThanOrEqual(0)
          expect(p50).toBeGreaterThanOrEqual(p10)
          expect(p90).toBeGreaterThanOrEqual(p50)
          expect(Number.isFinite(p90)).toBe(true)
        },
      ),
    )
  })

  it('comes later the later it was placed, and is further off the longer lead times are.', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 40, noNaN: true }), fc.double({ min: 0.1, max: 10, noNaN: true }), (age, more) => {
        const one = inDays(expectedArrival(leadTime, placed(age + more), now))
        const later = inDays(expectedArrival(leadTime, placed(age), now))
        const longer = inDays(expectedArrival({ ...leadTime, meanDays: 30 + more }, placed(age), now))
        for (const level of [0, 1, 2] as const) {
          expect(later[level]).toBeGreaterThanOrEqual(one[level] - 1e-6)
          expect(longer[level]).toBeGreaterThanOrEqual(later[level] - 0.05)
        }
      }),
    )
  })

  it('says of an order that is overdue that it comes any day, and the longer it is the less that is sure.', () => {
    const [p10, p50, p90] = inDays(expectedArrival(leadTime, placed(45), now))
    expect(p10).toBeLessThan(1)
    expect(p50).toBeLessThan(4)
    expect(p90).toBeGreaterThan(2)
    const [, far] = inDays(expectedArrival(leadTime, placed(400), now))
    expect(far).toBeGreaterThan(0)
    expect(far).toBeLessThan(5)
  })

  it('is as much sooner as it was expedited, but not before now.', () => {
    const usual = inDays(expectedArrival(leadTime, placed(5), now))
    const sooner = inDays(expectedArrival(leadTime, { ...placed(5), soonerDays: 8 }, now))
    expect(usual[1] - sooner[1]).toBeGreaterThan(7.5)
    expect(usual[1] - sooner[1]).toBeLessThan(8.5)
    expect(inDays(expectedArrival(leadTime, { ...placed(5), soonerDays: 60 }, now))).toEqual([0, 0, 0])
  })

  it('of a transfer is as agreed until earlier ones have shown something else.', () => {
    expect(transferTime({ agreedDays: 5, pastDays: [] })).toMatchObject({ meanDays: 5, sdDays: 0 })
    const shown = transferTime({ agreedDays: 5, pastDays: [7, 9, 8, 8] })
    expect(shown.meanDays).toBeCloseTo(6.5, 10)
    expect(shown.sdDays).toBeGreaterThan(1)
  })

  it('keeps to what the supplier promised, as far as suppliers do.', () => {
    const promisedAt = new Date(now.getTime() + 12 * dayMs)
    const [p10, p50, p90] = inDays(expectedArrival(leadTime, { orderedAt: ago(40), promisedAt }, now))
    expect(p50).toBeGreaterThan(11)
    expect(p50).toBeLessThan(13)
    expect(p90 - p10).toBeGreaterThan(9)
    expect(inDays(expectedArrival({ ...leadTime, sdDays: 0 }, { orderedAt: ago(40), promisedAt }, now))).toEqual([12, 12, 12])
  })
})
