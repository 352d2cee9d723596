import type { HistoryDay } from '@lading/store/postgres/demand/history'
import type { PredictionScore } from '@lading/store/postgres/prediction-score/keep'
import type { PassedForecast } from '@lading/store/postgres/prediction-score/unscored-forecasts'
import { hourMs } from '../fix.ts'

const dayMs = 24 * hourMs

/**
 * What forecasts for one product in one warehouse were worth, in pieces. Where it is not known of each day what was asked for, as while
 * it was sold out, there is nothing to compare with. The naive rule is the same again: of a day the same weekday before, of weeks as
 * many weeks before.
 */
export const demandScores = (forecasts: PassedForecast[], history: HistoryDay[], scoredAt: Date): PredictionScore[] => {
  const sold = new Map(history.map(({ day, quantity }) => [day, quantity]))
  const soldFrom = (firstMs: number, days: number) => {
    let sum = 0
    for (let at = 0; at < days; at++) {
      const quantity = sold.get(new Date(firstMs + at * dayMs).toISOString().slice(0, 10))
      if (quantity === undefined || quantity === null) return null
      sum += quantity
    }
    return sum
  }
  return forecasts.flatMap(({ product, warehouse, computedAt, from, days, p10, p50, p90 }) => {
    const firstMs = Date.parse(`${from}T00:00:00Z`)
    const actual = soldFrom(firstMs, days)
    if (actual === null) return []
    return {
      kind: 'demand' as const,
      key: `${product} @ ${warehouse}`,
      madeAt: computedAt,
      horizon: `${days} d`,
      horizonHours: days * 24,
      product,
      warehouse,
      ...{ p10, p50, p90, actual },
      naive: soldFrom(firstMs - Math.max(7, days) * dayMs, days),
      actualAt: new Date(firstMs + days * dayMs),
      scoredAt,
    }
  })
}
