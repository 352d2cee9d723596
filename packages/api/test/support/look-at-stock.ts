import { caseOf } from '@lading/models/stock/plan/case-of'
import { forecastDemand } from '@lading/models/stock/plan/forecast-demand'
import { keptForecast } from '@lading/models/stock/plan/kept-forecast'
import { planStock } from '@lading/models/stock/plan/plan-stock'
import { propose } from '@lading/models/stock/plan/propose'
import { loadStock } from '@lading/store/postgres/stock-plan/load'
import { saveStockPlan } from '@lading/store/postgres/stock-plan/save'
import type { TestApi } from './platform.ts'

/** What the workers do when a forecast of this stock was asked for. */
export const lookAtStock = async ({ database: { db } }: TestApi, key: { product: string; warehouse: string }) => {
  const now = new Date()
  const records = await loadStock(db, key, now)
  const [forecast] = records ? forecastDemand([records]) : []
  if (!records?.terms || !forecast) throw new Error('there is nothing to look at')
  const kept = keptForecast(forecast, records.today)
  const stock = caseOf(records, records.terms, kept, forecast.class)
  const plan = planStock(stock)
  const proposals = propose(stock, plan.policy, []).map(({ expedites: _, ...rest }) => ({ ...rest, currency: 'EUR', shipmentId: null }))
  await saveStockPlan(db, key, { askedAt: null, forecast: kept, plan, proposals }, now)
}
