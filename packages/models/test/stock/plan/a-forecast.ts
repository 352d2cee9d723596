import { levels } from '../../../src/demand/series.ts'
import { standardQuantile } from '../../../src/distribution/normal.ts'
import type { ForecastDays } from '../../../src/stock/plan/forecast-days.ts'
import type { Terms } from '../../../src/stock/plan/terms.ts'

/** Normal demand of independent days. */
export const aForecast = (mean: number, sd: number, days = 90): ForecastDays => {
  const at = (level: number, n: number) => Math.max(0, n * mean + standardQuantile(level) * sd * Math.sqrt(n))
  return {
    mean: new Array<number>(days).fill(mean),
    quantiles: Object.fromEntries(levels.map((level) => [level, new Array<number>(days).fill(at(level, 1))])),
    cumulative: Object.fromEntries(levels.map((level) => [level, Array.from({ length: days }, (_, day) => at(level, day + 1))])),
  }
}

export const aProduct = { packSize: 1, minimumOrder: 1, shelfLifeDays: null, costMinorUnits: 1000, marginMinorUnits: 2000 }

export const someTerms = (change: Partial<Terms> = {}): Terms => ({
  ...{
    supplier: 'Bright Lamps',
    leadTimeDays: 16,
    leadTimeSdDays: 0,
    reviewDays: 1,
    policy: 'min-max',
    service: 'cycle',
    serviceLevel: 0.95,
  },
  ...{ orderCostMinorUnits: 0, holdingShare: 0.2, shortageCostMinorUnits: null, orderQuantity: 100 },
  ...{ expediteCostMinorUnits: null, expediteSavesDays: null, transferCostMinorUnits: null, transferDays: null },
  ...change,
})
