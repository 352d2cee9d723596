import { setImmediate as others } from 'node:timers/promises'
import type { DemandForecast } from '@lading/models/demand/series'
import { caseOf } from '@lading/models/stock/plan/case-of'
import { forecastDemand } from '@lading/models/stock/plan/forecast-demand'
import { keptForecast } from '@lading/models/stock/plan/kept-forecast'
import { planStock } from '@lading/models/stock/plan/plan-stock'
import { propose } from '@lading/models/stock/plan/propose'
import type { Clock } from '@lading/shared/clock'
import type { Db } from '@lading/store/postgres/open'
import { findDueForecasts } from '@lading/store/postgres/stock-plan/due'
import { excessElsewhere } from '@lading/store/postgres/stock-plan/get'
import { type LoadedStock, loadStock } from '@lading/store/postgres/stock-plan/load'
import { saveStockPlan } from '@lading/store/postgres/stock-plan/save'

type Deps = { db: Db; clock: Clock; stopping: AbortSignal }

/** Forecasts are made anew every day of platform time, even when nothing has changed. */
const maxAgeMs = 24 * 3_600_000
/** As many as learn from each other in one go, which takes some seconds at the most. */
const atOnce = 50

/**
 * Forecasts, stock plans and proposals of every product in a warehouse that is due: asked for, or older than a day. Load, compute,
 * save, some at a time; other jobs get their turn in between. Run twice it comes to the same; what is left when the process
 * ends is still due.
 */
export const createForecastJob =
  ({ db, clock, stopping }: Deps) =>
  async () => {
    const looked = new Set<string>()
    while (!stopping.aborted) {
      const lookedAt = clock.now()
      const due = await findDueForecasts(db, new Date(lookedAt.getTime() - maxAgeMs), atOnce)
      // What came due again while this job looked at it waits for the job that was asked for with it.
      const fresh = due.filter(({ product, warehouse }) => !looked.has(`${product}/${warehouse}`))
      if (fresh.length === 0) return
      const loaded = (await Promise.all(fresh.map((key) => loadStock(db, key, lookedAt)))).filter((one) => one !== undefined)
      const forecasts = forecastDemand(loaded)
      for (const [at, records] of loaded.entries()) {
        await others()
        await lookAt(db, records, forecasts[at], lookedAt)
      }
      for (const { product, warehouse } of fresh) looked.add(`${product}/${warehouse}`)
    }
  }

const lookAt = async (db: Db, records: LoadedStock, forecast: DemandForecast | undefined, lookedAt: Date) => {
  const { key, product, terms, arrivals } = records
  const kept = forecast && keptForecast(forecast, records.today)
  if (!forecast || !kept || !terms) return saveStockPlan(db, key, { forecast: kept, proposals: [] }, lookedAt)
  const stock = caseOf(records, terms, kept, forecast.class)
  const plan = planStock(stock)
  const proposed = propose(stock, plan.policy, await excessElsewhere(db, key))
  const proposals = proposed.map(({ expedites, ...rest }) => {
    const sooner = expedites === null ? undefined : arrivals[expedites]
    return { ...rest, currency: product.cost.currency, shipmentId: sooner?.kind === 'shipment' ? sooner.id : null }
  })
  await saveStockPlan(db, key, { forecast: kept, plan, proposals }, lookedAt)
}
