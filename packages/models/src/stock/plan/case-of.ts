import type { Arrival } from '@lading/shared/contract/stock-plan'
import type { Rates } from '@lading/shared/money/rates'
import type { DemandClass } from '../../demand/series.ts'
import type { ForecastDays } from './forecast-days.ts'
import { marginOf } from './margin.ts'
import type { StockCase } from './plan-stock.ts'
import type { StockRecords } from './records.ts'
import type { Terms } from './terms.ts'

const dayMs = 86_400_000

/** Records as the calculations want them: arrivals in days from the beginning of today, the margin by rates where it needs any. */
export const caseOf = (
  records: Omit<StockRecords, 'underWay' | 'past'>,
  arrivals: Arrival[],
  terms: Terms,
  forecast: ForecastDays,
  demandClass: DemandClass,
  rates?: Rates,
): StockCase => {
  const { product, today, todayBegan, onHand, reserved, history, key } = records
  const inDays = (instant: string) => (Date.parse(instant) - todayBegan.getTime()) / dayMs
  return {
    product: {
      packSize: product.packSize,
      minimumOrder: product.minimumOrder,
      shelfLifeDays: product.shelfLifeDays,
      costMinorUnits: product.cost.minorUnits,
      marginMinorUnits: marginOf(product.cost, product.price, rates),
    },
    terms,
    from: today,
    onHand,
    reserved,
    coming: arrivals.map(({ kind, quantity, p10, p50, p90, isPlaced, isExpedited }) => ({
      ...{ quantity, p10: inDays(p10), p50: inDays(p50), p90: inDays(p90) },
      isFixed: kind === 'transfer' || !isPlaced || isExpedited,
    })),
    forecast,
    demandClass,
    history: history.map(({ quantity }) => quantity),
    seed: seedOf(`${key.product}/${key.warehouse}`),
  }
}

// FNV-1a: the same stock is always played with the same luck, so that a figure moves only when something has changed.
const seedOf = (text: string) => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
