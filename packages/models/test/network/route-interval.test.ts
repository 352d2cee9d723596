import type { Edge } from '@lading/models/network/edge'
import { kBestRoutes } from '@lading/models/network/k-best-routes'
import { routeInterval } from '@lading/models/network/route-interval'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edges, goal, hourMs, networkOf, start } from './graphs.ts'

const byTime = { hours: 1, cost: 0, unpriced: 0, co2eGrams: 0, risk: 0 }
const edge = (from: string, to: string, change: Partial<Edge>): Edge => ({
  ...{
    id: from + to,
    from,
    to,
    departures: { kind: 'any-time' },
    hours: { p10: 10, p50: 12, p90: 20 },
    border: null,
    cost: 1,
    co2eGrams: 1,
  },
  ...change,
})
const intervalOf = (all: Edge[]) => {
  const network = networkOf(all)
  const [best] = kBestRoutes(network, start, goal, byTime, { k: 1 }).routes
  return routeInterval(network, start, best?.rides ?? [])
}

describe('How long a route takes', () => {
  it('is an interval in its order, within which chances rise from nothing to certainty.', () => {
    fc.assert(
      fc.property(edges, fc.nat(1000), (all, hours) => {
        const network = networkOf(all)
        const [best] = kBestRoutes(network, start, goal, byTime, { k: 1 }).routes
        fc.pre(best !== undefined)
        const { hours: its, chanceWithin, chanceOfMissing } = routeInterval(network, start, best?.rides ?? [])
        expect(its.p10).toBeLessThanOrEqual(its.p50)
        expect(its.p50).toBeLessThanOrEqual(its.p90)
        expect(chanceWithin(hours)).toBeLessThanOrEqual(chanceWithin(hours + 10))
        expect(chanceWithin(its.p90)).toBeGreaterThanOrEqual(0.89)
        expect(chanceOfMissing).toBeGreaterThanOrEqual(0)
        expect(chanceOfMissing).toBeLessThanOrEqual(1)
      }),
      { numRuns: 40 },
    )
  })

  it('of one leg that leaves at once is what that leg takes.', () => {
    const { hours } = intervalOf([edge('A', 'E', {})])
    expect([hours.p10, hours.p50, hours.p90]).toEqual([expect.closeTo(10, 1), expect.closeTo(12, 1), expect.closeTo(20, 0)])
  })

  it('Goods that miss a ship wait for the next one.', () => {
    // Ready after 12 + 5 h by the middle, after 20 + 9 h and more one time in ten; the ship sails after 24 h, and a week later.
    const ship = {
      departures: { kind: 'at' as const, instants: [24, 24 + 168].map((hour) => hour * hourMs) },
      hours: { p10: 100, p50: 100, p90: 100 },
    }
    const { hours, chanceOfMissing } = intervalOf([edge('A', 'B', {}), edge('B', 'E', ship)])
    expect(hours.p50).toBeCloseTo(124, 6)
    expect(hours.p90).toBeCloseTo(292, 6)
    expect(chanceOfMissing).toBeGreaterThan(0.1)
    expect(chanceOfMissing).toBeLessThan(0.3)
  })
})
