import { describe, expect, it } from 'vitest'
import { scoreEtas } from '../../src/score/score-etas.ts'

const arrivedAt = new Date('2026-03-10T00:00:00Z')
const hour = (hours: number) => new Date(arrivedAt.getTime() + hours * 3_600_000)
const forecast = (toGo: number, p50: number, reach: number, naive: number | null = null) => ({
  ...{ at: hour(-toGo), p10: hour(p50 - reach), p50: hour(p50), p90: hour(p50 + reach), arrivedAt },
  naiveAt: naive === null ? null : hour(naive),
})

describe('the score of arrival times', () => {
  it('is told apart by how long there was to go', () => {
    const rows = scoreEtas([forecast(3, 1, 2, -4), forecast(5, -2, 1), forecast(100, 10, 12, 20)])
    expect(rows).toEqual([
      { hoursToGo: '0 to 6', forecasts: 2, maeH: 1.5, coverage: 0.5, naive: 1, naiveMaeH: 4 },
      { hoursToGo: '72 to 168', forecasts: 1, maeH: 10, coverage: 1, naive: 1, naiveMaeH: 20 },
    ])
  })

  it('leaves out what was said after the arrival', () => {
    expect(scoreEtas([forecast(-1, 0, 1)])).toEqual([])
  })
})
