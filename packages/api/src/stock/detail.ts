import { sayReason } from '@lading/models/demand/say-reason'
import { supplyOf } from '@lading/models/stock/plan/plan-records'
import type { StockKey } from '@lading/shared/contract/stock'
import type { DemandForecast, StockDetail } from '@lading/shared/contract/stock-plan'
import type { DemandClass } from '@lading/shared/domain/demand'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { Db } from '@lading/store/postgres/open'
import { listProposals } from '@lading/store/postgres/proposal/list'
import { listStock } from '@lading/store/postgres/stock/list'
import { listMovements } from '@lading/store/postgres/stock/movements'
import { getPlan, type KeptForecast, newestForecast } from '@lading/store/postgres/stock-plan/get'
import { loadStock } from '@lading/store/postgres/stock-plan/load'

const movementsMax = 50
const proposalsMax = 10

/** Everything there is to know of a product in a warehouse. */
export const stockDetail = async (db: Db, key: StockKey, now: Date): Promise<StockDetail> => {
  const [line] = await listStock(db, key)
  const records = line && (await loadStock(db, key, now))
  if (!line || !records) throw new DomainError('stock-not-found', 'This warehouse has nothing of this product, and is not to have any.')
  const [movements, forecast, plan, proposals] = await Promise.all([
    listMovements(db, key, movementsMax),
    newestForecast(db, key),
    getPlan(db, key),
    listProposals(db, { ...key, state: 'open', limit: proposalsMax }),
  ])
  const { leadTime, arrivals } = supplyOf(records)
  return {
    line,
    terms: records.terms ?? null,
    leadTime: leadTime ?? null,
    history: records.history,
    events: records.events,
    movements,
    arrivals,
    forecast: forecast ? toForecast(forecast) : null,
    policy: plan?.policy ?? null,
    projection: plan?.projection ?? [],
    proposals: proposals.items,
  }
}

export const toForecast = ({
  computedAt,
  from,
  mean,
  quantiles,
  method,
  demandClass,
  season,
  reasons,
}: Omit<KeptForecast, 'product' | 'warehouse' | 'days' | 'cumulative'>): DemandForecast => ({
  computedAt: computedAt.toISOString(),
  ...{ from, mean, method, season, demandClass: demandClass as DemandClass },
  reasons: reasons.map((reason) => ({ ...reason, message: sayReason(reason) })),
  p10: quantiles['0.1'] ?? [],
  p50: quantiles['0.5'] ?? [],
  p90: quantiles['0.9'] ?? [],
})
