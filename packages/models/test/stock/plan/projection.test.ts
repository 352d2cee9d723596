import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardCdf } from '../../../src/distribution/normal.ts'
import { seeded } from '../../../src/random/seeded.ts'
import { type Coming, project } from '../../../src/stock/plan/projection.ts'
import { aForecast } from './a-forecast.ts'

const at = (day: number, quantity: number, spread = 0): Coming => ({ quantity, p10: day - spread, p50: day, p90: day + spread })
const play = (available: number, coming: Coming[] = [], paths = 400, forecast = aForecast(10, 3, 30)) =>
  project({ available, forecast, coming, days: 30, random: seeded(7), paths })

describe('A projection of stock', () => {
  it('has the probability of running out that the normal distribution says: 100 for ten days of 10 ± 3.', () => {
    const { shortUntil } = play(110, [], 20_000)
    for (const days of [9, 10, 11, 12]) {
      const exact = 1 - standardCdf((110 - 10 * days) / (3 * Math.sqrt(days)))
      expect(shortUntil[days - 1], `${days} days`).toBeCloseTo(exact, 1)
    }
  })

  it('lets stock rise when goods arrive, and an arrival that may be late leave more risk than one that is sure.', () => {
    const sure = play(95, [at(8, 200)])
    expect(sure.p50[7]).toBeGreaterThan(10)
    expect(sure.p50[7]).toBeLessThan(20)
    expect(sure.p50[8]).toBeGreaterThan(195)
    const unsure = play(95, [at(8, 200, 4)])
    expect(unsure.shortUntil[12]).toBeGreaterThan((sure.shortUntil[12] as number) + 0.1)
  })

  it('sells nothing from what the ledger owes.', () => {
    const { p50, short } = play(-5, [at(3, 50)])
    expect([p50[0], short[0]]).toEqual([-5, 1])
    expect(p50[3]).toBeGreaterThan(20)
  })

  it('lets days err together as far as the forecast of their sum says.', () => {
    const apart = aForecast(10, 3, 30)
    const together = {
      ...apart,
      cumulative: Object.fromEntries(
        Object.entries(apart.quantiles).map(([level, values]) => [level, values.map((value, day) => value * (day + 1))]),
      ),
    }
    const width = ({ p10, p90 }: ReturnType<typeof play>) => (p90[9] as number) - (p10[9] as number)
    expect(width(play(300, [], 2000, together))).toBeGreaterThan(2 * width(play(300, [], 2000, apart)))
  })

  it('has quantiles in order and probabilities that grow, whatever comes; more stock is never riskier.', () => {
    const some = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 40 }),
        quantity: fc.integer({ min: 1, max: 300 }),
        spread: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 400 }), some, (available, arrivals) => {
        const coming = arrivals.map(({ day, quantity, spread }) => at(day, quantity, spread))
        const { p10, p50, p90, shortUntil } = play(available, coming, 50)
        const more = play(available + 60, coming, 50)
        for (let day = 0; day < 30; day++) {
          expect(p10[day]).toBeLessThanOrEqual(p50[day] as number)
          expect(p50[day]).toBeLessThanOrEqual(p90[day] as number)
          expect(shortUntil[day]).toBeGreaterThanOrEqual(shortUntil[day - 1] ?? 0)
          expect(more.shortUntil[day]).toBeLessThanOrEqual(shortUntil[day] as number)
        }
      }),
      { numRuns: 40 },
    )
  })
})
