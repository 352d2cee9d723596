import type { Warehouse } from '@lading/shared/contract/product'
import type { StockList } from '@lading/shared/contract/stock-plan'
import { stockAtRisk, stockedWarehouses } from '../../state/stock/risk.ts'
import { authorised } from '../server/authorised.ts'

// Forecasts are made by the hour and sales come by the minute; nothing tells the dashboard of either.
const refreshMs = 60_000

const load = async () => {
  const [result, places] = await Promise.all([authorised<StockList>('/v1/stock?atRisk=true'), authorised<Warehouse[]>('/v1/warehouses')])
  if (result.ok) stockAtRisk.value = result.value.items
  if (places.ok) stockedWarehouses.value = places.value
}

/** Keeps what is likely to run out in the queue. Returns how to stop. */
export const followStockRisk = () => {
  void load()
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void load()
  }, refreshMs)
  return () => clearInterval(timer)
}
