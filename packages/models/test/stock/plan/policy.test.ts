import type { PolicyLimit } from '@lading/shared/domain/stock'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderable } from '../../../src/stock/plan/orderable.ts'
import { policyFor } from '../../../src/stock/plan/policy.ts'
import { aForecast, aProduct, someTerms } from './a-forecast.ts'

const policy = (change = {}, product = {}, forecast = aForecast(100, 20)) =>
  policyFor({ ...aProduct, ...product }, someTerms(change), forecast, 'smooth')

describe('A policy', () => {
  it('has the safety stock of the textbook: z times the deviation over lead time and look, 1.645 × 20 × √17.', () => {
    const { reorderPoint, safetyStock, demandMean, distribution } = policy()
    expect([demandMean, distribution]).toEqual([1700, 'normal'])
    expect(safetyStock).toBeGreaterThan(134.5)
    expect(safetyStock).toBeLessThan(137)
    expect(reorderPoint).toBe(1700 + safetyStock)
  })

  it('adds the variance of a lead time that varies: d² times its variance.', () => {
    const { demandSd } = policy({ leadTimeSdDays: 3 })
    expect(demandSd).toBeCloseTo(Math.hypot(20 * Math.sqrt(17), 300), -0.5)
  })

  it('tells a fill rate from a cycle service: 95 % of demand takes less stock than 95 % of cycles when orders are large.', () => {
    expect(policy({ service: 'fill' }).reorderPoint).toBeLessThan(policy().reorderPoint)
    expect(policy({ service: 'fill' })).toMatchObject({ fillRate: 0.95, cycleService: null })
  })

  it('weighs costs where they decide: 20 of margin against what a week of holding costs.', () => {
    const { cycleService } = policy({ service: 'cost', reviewDays: 7, shortageCostMinorUnits: 16 })
    const holding = (1000 * 0.2 * 7) / 365.25
    expect(cycleService).toBeCloseTo(16 / (16 + holding), 10)
  })

  it('takes the margin for what a shortage costs, and says so where nobody knows it: then the service level is kept.', () => {
    const holding = (1000 * 0.2 * 7) / 365.25
    expect(policy({ service: 'cost', reviewDays: 7 }).cycleService).toBeCloseTo(2000 / (2000 + holding), 10)
    const unknown = policy({ service: 'cost', reviewDays: 7, serviceLevel: 0.93 }, { marginMinorUnits: null })
    expect(unknown).toMatchObject({ cycleService: 0.93, limits: ['margin-unknown'] })
    expect(policy({ service: 'cycle' }, { marginMinorUnits: null }).limits).toEqual([])
    expect(policy({ service: 'cost', shortageCostMinorUnits: 16 }, { marginMinorUnits: null }).limits).toEqual([])
  })

  it('orders up to a level under (R,S), to a level above the reorder point under (s,S), and the same quantity under (r,Q).', () => {
    const periodic = policy({ policy: 'periodic', reviewDays: 14 })
    expect([periodic.protectionDays, periodic.orderUpTo]).toEqual([30, periodic.reorderPoint])
    expect(policy().orderUpTo - policy().reorderPoint).toBe(100)
    expect(policy({ policy: 'fixed-quantity' })).toMatchObject({ orderQuantity: 100 })
  })

  it('holds no more than sells within the shelf life.', () => {
    expect(policy({}, { shelfLifeDays: 10 })).toMatchObject({ reorderPoint: 1000, limits: ['shelf-life'] })
  })

  it('takes no less for a longer or a less sure wait where demand gets so wide that its shape changes.', () => {
    const at = (leadTimeDays: number, leadTimeSdDays: number) => policy({ service: 'fill', leadTimeDays, leadTimeSdDays })
    const wider = Array.from({ length: 60 }, (_, step) => at(30, step * 0.4))
    expect(new Set(wider.map(({ distribution }) => distribution))).toEqual(new Set(['normal', 'gamma']))
    const longer = Array.from({ length: 60 }, (_, step) => at(25 + step, 10))
    for (const steps of [wider, longer]) {
      const points = steps.map(({ reorderPoint }) => reorderPoint)
      expect(points).toEqual(points.toSorted((one, other) => one - other))
    }
  })

  it('does not fall in the lead time, its variability or the service level, where service is to be good.', () => {
    const steady = fc
      .tuple(fc.double({ min: 1, max: 60, noNaN: true }), fc.double({ min: 0, max: 0.4, noNaN: true }))
      .map(([leadTimeDays, share]) => ({ leadTimeDays, leadTimeSdDays: leadTimeDays * share }))
    fc.assert(
      fc.property(
        steady,
        fc.double({ min: 0.9, max: 0.99, noNaN: true }),
        fc.constantFrom('cycle', 'fill'),
        (terms, serviceLevel, service) => {
          const at = (change = {}) => policy({ ...terms, serviceLevel, service, ...change }).reorderPoint
          expect(at({ leadTimeDays: terms.leadTimeDays + 5 })).toBeGreaterThanOrEqual(at())
          expect(at({ leadTimeSdDays: terms.leadTimeSdDays * 1.2 })).toBeGreaterThanOrEqual(at())
          expect(at({ serviceLevel: Math.min(0.999, serviceLevel + 0.009) })).toBeGreaterThanOrEqual(at())
        },
      ),
      { numRuns: 60 },
    )
  })

  it('stays finite where nothing is asked for.', () => {
    for (const kind of ['min-max', 'periodic', 'fixed-quantity', 'newsvendor'] as const)
      for (const service of ['cycle', 'fill', 'cost'] as const)
        for (const value of Object.values(policy({ policy: kind, service, orderQuantity: null }, {}, aForecast(0, 0))))
          if (typeof value === 'number') expect(value, `${kind} ${service}`).toSatisfy(Number.isFinite)
  })
})

describe('What can be ordered', () => {
  it.each([
    [{ packSize: 12 }, 30, 36, ['pack-size']],
    [{ packSize: 12 }, 36, 36, []],
    [{ packSize: 12, minimumOrder: 50 }, 30, 60, ['pack-size', 'minimum-order']],
    [{ packSize: 5, shelfLifeDays: 4 }, 100, 40, ['shelf-life']],
    [{ packSize: 5, shelfLifeDays: 4, minimumOrder: 60 }, 100, 60, ['shelf-life']],
    [{}, 0, 0, []],
  ])('With %j and a wish for %d it is %d (%j).', (product, wanted, quantity, limits) => {
    const said: PolicyLimit[] = []
    expect(orderable({ ...aProduct, ...product }, wanted, 10, said)).toBe(quantity)
    expect(said).toEqual(limits)
  })
})
