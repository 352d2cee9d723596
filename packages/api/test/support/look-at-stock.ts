import { forecastDemand } from '@lading/models/stock/plan/forecast-demand'
import { keptForecast } from '@lading/models/stock/plan/kept-forecast'
import { planRecords } from '@lading/models/stock/plan/plan-records'
import { excessElsewhere } from '@lading/store/postgres/stock-plan/get'
import { loadStock } from '@lading/store/postgres/stock-plan/load'
import { saveStockPlan } from '@lading/store/postgres/stock-plan/save'
import type { TestApi } from './platform.ts'

/** What the workers do when a forecast of this stock was asked for. */
export const lookAtStock = async ({ database: { db } }: TestApi, key: { product: string; warehouse: string }) => {
  const now = new Date()
  const records = await loadStock(db, key, now)
  const [forecast] = records ? forecastDemand([records]) : []
  if (!records || !forecast) throw new Error('there is nothing to look at')
  const kept = keptForecast(forecast, records.today)
  const planned = planRecords(records, { days: kept, demandClass: forecast.class }, await excessElsewhere(db, key))
  const proposals = (planned?.proposals ?? []).map(({ sooner, ...rest }) => ({
    ...rest,
    currency: 'EUR',
    shipmentId: sooner?.kind === 'shipment' ? sooner.id : null,
    orderId: sooner?.kind === 'purchase-order' ? sooner.id : null,
  }))
  await saveStockPlan(db, key, { askedAt: null, forecast: kept, plan: planned?.plan, proposals }, now)
}
