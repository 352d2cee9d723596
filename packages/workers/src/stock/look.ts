import type { DemandForecast } from '@lading/models/demand/series'
import { forecastAsBefore, forecastDemand } from '@lading/models/stock/plan/forecast-demand'
import { keptForecast } from '@lading/models/stock/plan/kept-forecast'
import { planRecords } from '@lading/models/stock/plan/plan-records'
import type { Elsewhere } from '@lading/models/stock/plan/propose'
import type { StockRecords } from '@lading/models/stock/plan/records'
import type { DemandReason } from '@lading/shared/domain/demand'

/**
 * A product in a warehouse as it was loaded, what other warehouses have of it beyond their need, and where the weeks before are used in place
 * of the forecast the reason for that.
 */
export type LookRequest = { records: StockRecords; elsewhere: Elsewhere[]; asBefore: DemandReason | undefined }

export type Looked = ReturnType<typeof lookAt>

/** Forecast, plan and proposals of many at once, which learn from each other; in their order. */
export const look = (requests: LookRequest[]): Looked[] => {
  // What is not used itself still teaches the others.
  const forecasts = forecastDemand(requests.map(({ records }) => records))
  return requests.map((request, at) => lookAt(request, forecasts[at]))
}

const lookAt = ({ records, elsewhere, asBefore }: LookRequest, automatic: DemandForecast | undefined) => {
  if (!automatic) return { proposals: [] }
  const forecast = asBefore ? forecastAsBefore(records, asBefore) : automatic
  const kept = keptForecast(forecast, records.today)
  const planned = planRecords(records, { days: kept, demandClass: forecast.class }, elsewhere)
  return { forecast: kept, plan: planned?.plan, proposals: planned?.proposals ?? [] }
}
