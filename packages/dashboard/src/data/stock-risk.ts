import type { StockList } from '@lading/shared/contract/stock-plan'
import { stockAtRisk } from '../state/stock-risk.ts'
import { authorised } from './authorised.ts'

// Forecasts are made by the hour and sales come by the minute; nothing tells the dashboard of either.
const refreshMs = 60_000

const load = async () => {
  const result = await authorised<StockList>('/v1/stock?atRisk=true')
  if (result.ok) stockAtRisk.value = result.value.items
}

/** Keeps what is likely to run out in the queue. Returns how to stop. */
export const followStockRisk = () => {
  void load()
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void load()
  }, refreshMs)
  return () => clearInterval(timer)
}
