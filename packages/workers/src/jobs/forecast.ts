import type { Clock } from '@lading/shared/clock'
import type { Db } from '@lading/store/postgres/open'
import { type DueForecast, findDueForecasts } from '@lading/store/postgres/stock-plan/due'
import { excessElsewhere } from '@lading/store/postgres/stock-plan/get'
import { type LoadedStock, loadStock } from '@lading/store/postgres/stock-plan/load'
import { saveStockPlan } from '@lading/store/postgres/stock-plan/save'
import type { Looked } from '../stock/look.ts'
import type { LookAside } from '../stock/look-aside.ts'
import { demandChoice } from '../training/demand-choice.ts'

type Deps = { db: Db; clock: Clock; stopping: AbortSignal; look: LookAside }

/** Forecasts are made anew every day of platform time, even when nothing has changed. */
const maxAgeMs = 24 * 3_600_000
/** As many as learn from each other in one go, which takes some seconds at the most. */
const atOnce = 50

/**
 * Forecasts, stock plans and proposals of every product in a warehouse that is due: asked for, or older than a day. Load, compute,
 * save, some at a time. Run twice it comes to the same; what is left when the process ends is still due.
 */
export const createForecastJob =
  ({ db, clock, stopping, look }: Deps) =>
  async () => {
    // Given up with the process: what was looked at is still due.
    const unlessStopping = (error: Error) => {
      if (!stopping.aborted) throw error
      return undefined
    }
    const seen = new Set<string>()
    while (!stopping.aborted) {
      const lookedAt = clock.now()
      const due = await findDueForecasts(db, new Date(lookedAt.getTime() - maxAgeMs), atOnce)
      // What came due again while this job looked at it waits for the job that was asked for with it.
      const fresh = due.filter(({ product, warehouse }) => !seen.has(`${product}/${warehouse}`))
      if (fresh.length === 0) return
      const asBefore = await demandChoice(db)
      const loaded = (await Promise.all(fresh.map((key) => load(db, key, lookedAt)))).filter((one) => one !== undefined)
      const looked =
        loaded.length > 0
          ? await look(loaded.map(({ records, elsewhere }) => ({ records, elsewhere, asBefore: asBefore(records.key) }))).catch(
              unlessStopping,
            )
          : []
      if (!looked) return
      for (const [at, { records, askedAt }] of loaded.entries()) await save(db, records, askedAt, looked[at], lookedAt)
      for (const { product, warehouse } of fresh) seen.add(`${product}/${warehouse}`)
    }
  }

const load = async (db: Db, { askedAt, ...key }: DueForecast, now: Date) => {
  const records = await loadStock(db, key, now)
  return records && { askedAt, records, elsewhere: await excessElsewhere(db, key) }
}

const save = (db: Db, { key, product }: LoadedStock, askedAt: Date | null, looked: Looked | undefined, lookedAt: Date) => {
  const { forecast, plan, proposals = [] } = looked ?? {}
  const wanted = proposals.map(({ sooner, ...rest }) => ({
    ...rest,
    currency: product.cost.currency,
    shipmentId: sooner?.kind === 'shipment' ? sooner.id : null,
    orderId: sooner?.kind === 'purchase-order' ? sooner.id : null,
  }))
  return saveStockPlan(db, key, { askedAt, forecast, plan, proposals: wanted }, lookedAt)
}
