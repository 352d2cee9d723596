import type { DemandEvent } from '@lading/shared/contract/demand'
import type { Product } from '@lading/shared/contract/product'
import type { StockKey, SupplyTerms } from '@lading/shared/contract/stock'
import type { PastDelivery, UnderWay } from '@lading/shared/domain/supply'
import { sql } from 'drizzle-orm'
import { listDemandEvents } from '../demand/events.ts'
import { demandHistory, type HistoryDay } from '../demand/history.ts'
import type { Db } from '../open.ts'
import { getProduct } from '../product/list.ts'
import { pastDeliveries } from '../purchase-order/past-deliveries.ts'
import { getTerms } from '../stock/terms.ts'
import { listUnderWay } from '../stock/under-way.ts'

export type LoadedStock = {
  key: StockKey
  product: Product
  terms: SupplyTerms | undefined
  now: Date
  /** The day it is at the warehouse, which the forecast begins with, and when it began. */
  today: string
  todayBegan: Date
  /** As the day began: what was issued since is demand of the day. */
  onHand: number
  reserved: number
  history: HistoryDay[]
  events: DemandEvent[]
  underWay: UnderWay[]
  /** Of the supplier, the newest. */
  past: PastDelivery[]
}

type Now = { today: string; began: string; onHand: number; issued: number; reserved: number }

/** All that a forecast and a plan of a product in a warehouse start from; `undefined` where one of them is not there. */
export const loadStock = async (db: Db, key: StockKey, now: Date): Promise<LoadedStock | undefined> => {
  const at = now.toISOString()
  const [row] = await db.execute<Now>(sql`
    select today::text, (today::timestamp at time zone zone)::text as began,
      coalesce((select on_hand from stock_level where product = ${key.product} and warehouse = ${key.warehouse}), 0) as "onHand",
      (
        coalesce((select sum(quantity) from stock_reservation where product = ${key.product} and warehouse = ${key.warehouse}), 0)
        + coalesce((
          select sum(quantity) from stock_transfer
          where product = ${key.product} and from_warehouse = ${key.warehouse} and state = 'planned'
        ), 0)
      )::int as reserved,
      coalesce((
        select -sum(change) from stock_movement
        where product = ${key.product} and warehouse = ${key.warehouse} and kind = 'issue' and at >= (today::timestamp at time zone zone)
      ), 0)::int as issued
    from (select zone, (${at}::timestamptz at time zone zone)::date as today from location where code = ${key.warehouse}) as place`)
  const product = await getProduct(db, key.product)
  if (!row || !product) return undefined
  const terms = await getTerms(db, key)
  const [history, events, underWay, past] = await Promise.all([
    demandHistory(db, key, row.today),
    listDemandEvents(db, key),
    listUnderWay(db, key, now),
    terms ? pastDeliveries(db, terms.supplier, now) : [],
  ])
  const { today, began, onHand, issued, reserved } = row
  const days = { now, today, todayBegan: new Date(began) }
  return { key, product, terms, ...days, onHand: onHand + issued, reserved, history, events, underWay, past }
}
