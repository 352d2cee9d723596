import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leftOver } from '../../src/distribution/distribution.ts'
import { gamma } from '../../src/distribution/gamma.ts'
import { logNormal } from '../../src/distribution/log-normal.ts'
import { negativeBinomial } from '../../src/distribution/negative-binomial.ts'
import { normal } from '../../src/distribution/normal.ts'
import { poisson } from '../../src/distribution/poisson.ts'
import { criticalRatio, periodCost } from '../../src/stock/costs.ts'
import { newsvendor } from '../../src/stock/newsvendor.ts'
import { demandOverLeadTime, safetyStockForCycleService, safetyStockForFillRate, serviceOf } from '../../src/stock/safety-stock.ts'
import { wagnerWhitin } from '../../src/stock/wagner-whitin.ts'

const some = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const distributions = fc.oneof(
  fc.tuple(some(0, 500), some(0.01, 100)).map(([mean, sd]) => normal(mean, sd)),
  fc.tuple(some(0.1, 20), some(0.1, 20)).map(([shape, scale]) => gamma(shape, scale)),
  fc.tuple(some(-1, 6), some(0.01, 1)).map(([mean, sd]) => logNormal(mean, sd)),
  some(0.01, 400).map(poisson),
  fc.tuple(some(0.01, 400), some(1.01, 20)).map(([mean, over]) => negativeBinomial(mean, mean * over)),
)

describe('every distribution', () => {
  it('has quantiles in order, which its probabilities agree with', () => {
    fc.assert(
      fc.property(distributions, some(0.001, 0.999), some(0.001, 0.999), ({ cdf, quantile }, a, b) => {
        const [low, high] = [quantile(Math.min(a, b)), quantile(Math.max(a, b))]
        expect(low).toBeLessThanOrEqual(high + 1e-9)
        expect(cdf(low + 1e-6)).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-6)
      }),
    )
  })

  it('leaves over as much more than it is short as there is more than the mean', () => {
    fc.assert(
      fc.property(distributions, some(0, 600), (demand, x) => {
        expect(demand.shortage(x)).toBeGreaterThanOrEqual(-1e-7 * (1 + demand.mean))
        expect(leftOver(demand, x) - demand.shortage(x)).toBeCloseTo(x - demand.mean, 5)
      }),
    )
  })
})

it('A negative-binomial demand has the mean and the variance it was asked for, near zero and far from it.', () => {
  fc.assert(
    fc.property(some(0.001, 3_000), some(1.001, 50), (mean, over) => {
      const demand = negativeBinomial(mean, mean * over)
      expect(demand.mean / mean).toBeCloseTo(1, 6)
      expect(demand.variance / (mean * over)).toBeCloseTo(1, 4)
    }),
  )
})

it('No level costs less than the newsvendor’s, and dearer shortage never means less stock.', () => {
  fc.assert(
    fc.property(
      distributions,
      some(0.1, 10),
      some(0.1, 10),
      // By more than the last digit of a float.
      some(1.001, 5),
      some(-50, 50),
      (demand, holdingCost, shortageCost, dearer, off) => {
        const costs = { holdingCost, shortageCost }
        const { level, cost } = newsvendor(costs, demand)
        expect(periodCost(costs, demand, Math.round(level + off))).toBeGreaterThanOrEqual(cost - 1e-6 * (1 + cost))
        expect(criticalRatio({ holdingCost, shortageCost: shortageCost * dearer })).toBeGreaterThanOrEqual(criticalRatio(costs))
        expect(newsvendor({ holdingCost, shortageCost: shortageCost * dearer }, demand).level).toBeGreaterThanOrEqual(level - 1e-9)
      },
    ),
  )
})

it('Safety stock grows with service, with the lead time and with its uncertainty, and gives the service asked for.', () => {
  fc.assert(
    fc.property(
      some(0.5, 0.99),
      some(1, 100),
      some(0, 30),
      some(0.5, 10),
      some(0, 3),
      (service, demandMean, demandSd, leadTimeMean, leadTimeSd) => {
        const problem = { demandMean, demandSd: demandSd + 0.1, leadTimeMean, leadTimeSd }
        const { sd } = demandOverLeadTime(problem)
        expect(demandOverLeadTime({ ...problem, leadTimeMean: leadTimeMean + 1 }).sd).toBeGreaterThan(sd)
        expect(demandOverLeadTime({ ...problem, leadTimeSd: leadTimeSd + 1 }).sd).toBeGreaterThan(sd)
        expect(safetyStockForCycleService(sd, service + 0.005)).toBeGreaterThan(safetyStockForCycleService(sd, service))
        expect(serviceOf(safetyStockForFillRate(sd, service, 5 * sd), sd, 5 * sd).fillRate).toBeCloseTo(service, 6)
      },
    ),
  )
})

it('Orders for a known demand meet it, and cost no more than an order in every period.', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 20 }),
      some(0, 500),
      some(0, 5),
      (demand, orderCost, holdingCost) => {
        const { orders, cost } = wagnerWhitin(demand, { orderCost, holdingCost })
        let stock = 0
        for (const [i, wanted] of demand.entries()) {
          stock += (orders[i] as number) - wanted
          expect(stock).toBeGreaterThanOrEqual(0)
        }
        expect(stock).toBe(0)
        expect(cost).toBeLessThanOrEqual(orderCost * demand.length + 1e-9)
      },
    ),
  )
})
