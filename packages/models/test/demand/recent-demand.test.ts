import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recentDemand } from '../../src/demand/recent-demand.ts'
import { orderByRollingForward } from '../../src/stock/roll-forward.ts'

const histories = fc.array(fc.nat(60), { minLength: 12, maxLength: 60 }).filter((values) => values.slice(0, 8).some((value) => value > 0))

describe('demand as it lately was', () => {
  it('is counted in the units of the history', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 2, max: 9 }), (values, times) => {
        const scaled = recentDemand(values.map((value) => value * times))
        expect(scaled.mean).toBeCloseTo(recentDemand(values).mean * times, 6)
        expect(scaled.quantile(0.9)).toBeCloseTo(recentDemand(values).quantile(0.9) * times, 6)
      }),
    )
  })

  it('keeps the long tail of a promotion', () => {
    const values = Array.from({ length: 60 }, (_, week) => (week % 12 === 5 ? 100 : 10))
    const demand = recentDemand(values)
    expect(demand.quantile(0.5)).toBeLessThan(15)
    expect(demand.quantile(0.98)).toBeGreaterThan(60)
  })

  it('passes over weeks of which nothing is known', () => {
    const values = Array.from({ length: 30 }, (_, week) => 5 + (week % 3))
    const gaps = values.toSpliced(20, 0, Number.NaN, Number.NaN)
    expect(recentDemand(gaps).mean).toBe(recentDemand(values).mean)
  })
})

it('An order is smaller by what is on hand or on the way and will still be there, and larger where shortage is dearer.', () => {
  const demand = recentDemand(Array.from({ length: 40 }, (_, week) => 8 + (week % 5)))
  const costs = { holdingCost: 0.2, shortageCost: 1 }
  const order = (onHand: number, arriving = [10, 10], shortageCost = 1) =>
    orderByRollingForward({ ...costs, shortageCost }, demand, { onHand, arriving })
  expect(order(5)).toBeLessThan(order(0))
  expect(order(0, [10, 15])).toBeLessThan(order(0))
  // What is lost in the weeks before cannot be bought back.
  expect(order(0, [0, 10])).toBe(order(0, [5, 10]))
  expect(order(0, [10, 10], 10)).toBeGreaterThan(order(0))
})
