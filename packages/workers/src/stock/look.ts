import { forecastDemand } from '@lading/models/stock/plan/forecast-demand'
import { keptForecast } from '@lading/models/stock/plan/kept-forecast'
import { planRecords } from '@lading/models/stock/plan/plan-records'
import type { Elsewhere } from '@lading/models/stock/plan/propose'
import type { StockRecords } from '@lading/models/stock/plan/records'

/** A product in a warehouse as it was loaded, and what other warehouses have of it beyond their need. */
export type LookRequest = { records: StockRecords; elsewhere: Elsewhere[] }

export type Looked = ReturnType<typeof lookAt>

/** Forecast, plan and proposals of many at once, which learn from each other; in their order. */
export const look = (requests: LookRequest[]): Looked[] => {
  const forecasts = forecastDemand(requests.map(({ records }) => records))
  return requests.map((request, at) => lookAt(request, forecasts[at]))
}

const lookAt = ({ records, elsewhere }: LookRequest, forecast: ReturnType<typeof forecastDemand>[number]) => {
  if (!forecast) return { proposals: [] }
  const kept = keptForecast(forecast, records.today)
  const planned = planRecords(records, { days: kept, demandClass: forecast.class }, elsewhere)
  return { forecast: kept, plan: planned?.plan, proposals: planned?.proposals ?? [] }
}
