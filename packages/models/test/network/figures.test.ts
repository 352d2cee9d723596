import { departAfter } from '@lading/models/network/depart'
import { emissionFactors, emissionsGrams } from '@lading/models/network/emissions'
import { freightCost } from '@lading/models/network/freight-cost'
import { shrink } from '@lading/models/network/shrink'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('Figures of a leg', () => {
  it('Freight is paid by weight or measure, whichever comes to more, in whole minor units with halves up.', () => {
    const rate = { perShipment: 5_000, perTonne: 12_345, perCubicMetre: 4_000 }
    expect(freightCost(rate, 1000, 0)).toBe(17_345)
    expect(freightCost(rate, 100, 2)).toBe(13_000)
    expect(freightCost({ ...rate, perTonne: 1 }, 500, 0)).toBe(5_001)
    expect(freightCost({ ...rate, perTonne: 1 }, 499, 0)).toBe(5_000)
  })

  it('Freight never falls with weight, measure or rate, and is exact for whole tonnes however large.', () => {
    const rates = fc.record({ perShipment: fc.nat(1e6), perTonne: fc.nat(1e9), perCubicMetre: fc.nat(1e9) })
    fc.assert(
      fc.property(rates, fc.nat(1e4), fc.nat(1e3), fc.nat(1e3), (rate, tonnes, measure, more) => {
        const cost = freightCost(rate, tonnes * 1000, measure)
        expect(cost).toBe(rate.perShipment + Math.max(rate.perTonne * tonnes, rate.perCubicMetre * measure))
        expect(freightCost(rate, tonnes * 1000 + more, measure + more / 7)).toBeGreaterThanOrEqual(cost)
      }),
    )
  })

  it('Emissions are tonnes times kilometres times the factor of the mode, which names its source.', () => {
    // Half a tonne from Shanghai to Hamburg by sea, 20,000 km.
    expect(emissionsGrams(500, 20_000, emissionFactors.sea)).toBe(70_000)
    expect(emissionsGrams(500, 9_000, emissionFactors.air)).toBe(4_662_000)
    for (const { source } of Object.values(emissionFactors)) expect(source).not.toBe('')
  })

  it('Hours seen outweigh what was expected the more they are, and never leave the order.', () => {
    const expected = { p10: 80, p50: 100, p90: 160 }
    const seen = (journeys: number) => ({ p10: 100, p50: 140, p90: 150, journeys })
    expect(shrink(undefined, expected)).toEqual(expected)
    expect(shrink(seen(5), expected).p50).toBeCloseTo(Math.sqrt(101 * 141) - 1, 9)
    expect(shrink(seen(10_000), expected).p50).toBeCloseTo(140, 1)
    const hours = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)).map((all) => {
      const [p10 = 0, p50 = 0, p90 = 0] = all.sort((one, other) => one - other)
      return { p10, p50, p90 }
    })
    fc.assert(
      fc.property(hours, hours, fc.nat(100), (past, before, journeys) => {
        const mixed = shrink({ ...past, journeys }, before)
        expect(mixed.p10).toBeLessThanOrEqual(mixed.p50 + 1e-9)
        expect(mixed.p50).toBeLessThanOrEqual(mixed.p90 + 1e-9)
        expect(mixed.p50).toBeGreaterThanOrEqual(Math.min(past.p50, before.p50) - 1e-9)
        expect(mixed.p50).toBeLessThanOrEqual(Math.max(past.p50, before.p50) + 1e-9)
      }),
    )
  })

  it('The next departure is the first that is not before the goods are ready; after the last there is none.', () => {
    const at = { kind: 'at' as const, instants: [10, 20, 20, 30] }
    expect([0, 10, 11, 20, 30, 31].map((ready) => departAfter(at, ready))).toEqual([10, 10, 20, 20, 30, undefined])
    expect(departAfter({ kind: 'any-time' }, 5)).toBe(5)
    expect(departAfter({ kind: 'so-often', headwayHours: 24 }, 0)).toBe(12 * 3_600_000)
  })
})
