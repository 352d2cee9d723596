import type { PassedForecast } from '@lading/store/postgres/prediction-score/unscored-forecasts'
import { describe, expect, it } from 'vitest'
import { demandScores } from '../../../src/models/accuracy/demand-scores.ts'

const now = new Date('2026-06-01T00:00:00Z')
const dayOf = (number: number) => new Date(Date.UTC(2026, 4, 1) + number * 86_400_000).toISOString().slice(0, 10)
const history = (quantities: (number | null)[]) => quantities.map((quantity, number) => ({ day: dayOf(number), quantity }))
const forecast = (change: Partial<PassedForecast>): PassedForecast => ({
  ...{ product: 'LAMP', warehouse: 'WH-A', computedAt: new Date('2026-05-08T03:00:00Z') },
  ...{ from: dayOf(7), days: 7, p10: 20, p50: 30, p90: 45 },
  ...change,
})

describe('Forecasts of demand beside what was sold', () => {
  const sold = history([1, 2, 3, 4, 5, 6, 7, 2, 4, 6, 8, 10, 12, 14])

  it('are compared over all their days together, and with the week before.', () => {
    expect(demandScores([forecast({})], sold, now)).toEqual([
      expect.objectContaining({ key: 'LAMP @ WH-A', horizon: '7 d', horizonHours: 168, p50: 30, actual: 56, naive: 28 }),
    ])
    expect(demandScores([forecast({ days: 1 })], sold, now)).toMatchObject([{ horizon: '1 d', actual: 2, naive: 1 }])
    expect(demandScores([forecast({})], sold, now)[0]?.actualAt).toEqual(new Date(`${dayOf(14)}T00:00:00Z`))
  })

  it('say nothing where it is not known what was asked for, and have no naive rule beside them where the time before is not known.', () => {
    expect(demandScores([forecast({})], history([1, 2, 3, 4, 5, 6, 7, 2, null, 6, 8, 10, 12, 14]), now)).toEqual([])
    expect(demandScores([forecast({})], sold.slice(0, 13), now)).toEqual([])
    expect(demandScores([forecast({ from: dayOf(3) })], sold, now)).toMatchObject([{ actual: 34, naive: null }])
  })

  it('come to the same in whatever order the days are told.', () => {
    expect(demandScores([forecast({})], sold.toReversed(), now)).toEqual(demandScores([forecast({})], sold, now))
  })
})
