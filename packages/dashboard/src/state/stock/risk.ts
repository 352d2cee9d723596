import type { Location } from '@lading/shared/contract/location'
import type { StockLine } from '@lading/shared/contract/stock-plan'
import { signal } from '@preact/signals'

/** Products that are likely to run out in a warehouse, as the server judges it. */
export const stockAtRisk = signal<StockLine[]>([])

/** Places where stock is kept. */
export const stockedWarehouses = signal<Location[]>([])
