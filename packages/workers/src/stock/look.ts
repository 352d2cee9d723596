import { caseOf } from '@lading/models/stock/plan/case-of'
import { forecastDemand } from '@lading/models/stock/plan/forecast-demand'
import { keptForecast } from '@lading/models/stock/plan/kept-forecast'
import { planStock } from '@lading/models/stock/plan/plan-stock'
import { type Elsewhere, propose } from '@lading/models/stock/plan/propose'
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
  const { terms, today } = records
  if (!forecast) return { proposals: [] }
  const kept = keptForecast(forecast, today)
  if (!terms) return { forecast: kept, proposals: [] }
  const stock = caseOf(records, terms, kept, forecast.class)
  const plan = planStock(stock)
  return { forecast: kept, plan, proposals: propose(stock, plan.policy, elsewhere) }
}
