import type { DemandEvent } from '@lading/shared/contract/demand'
import type { Product } from '@lading/shared/contract/product'
import type { SupplyTerms } from '@lading/shared/contract/stock'
import type { PastDelivery, UnderWay } from '@lading/shared/domain/supply'

/** What is known of a product in a warehouse, as it is kept. */
export type StockRecords = {
  key: { product: string; warehouse: string }
  product: Product
  terms: SupplyTerms | undefined
  now: Date
  /** The day it is at the warehouse, and when it began. */
  today: string
  todayBegan: Date
  onHand: number
  reserved: number
  /** Every day up to today, oldest first; null where there was nothing to sell. */
  history: { day: string; quantity: number | null }[]
  events: Pick<DemandEvent, 'from' | 'until'>[]
  underWay: UnderWay[]
  /** Deliveries of its supplier, of other products and to other warehouses too. */
  past: PastDelivery[]
}
