import type { StockDetail, StockLine } from '@lading/shared/contract/stock-plan'
import { likelyShort } from '@lading/shared/domain/stock'
import { computed, signal } from '@preact/signals'
import { type StockAddress, type StockNeed, stockAddress } from '../address/stock.ts'
import type { Load } from '../server/load.ts'

/** Likeliest to run out first, as the server has it. */
export const stock = signal<StockLine[]>([])
export const stockLoad = signal<Load>({ status: 'loading' })
/** The product that is open, in full; it stays while it is read again. */
export const stockDetail = signal<StockDetail | undefined>(undefined)

const meets: Record<StockNeed, (line: StockLine) => boolean> = {
  short: ({ stockOutProbability, onHand }) => (stockOutProbability ?? 0) >= likelyShort || onHand < 0,
  proposed: ({ proposals }) => proposals.length > 0,
  excess: ({ excess, isDead }) => excess > 0 || isDead,
}

export const matchesStock = (line: StockLine, { text, warehouse, need }: Pick<StockAddress, 'text' | 'warehouse' | 'need'>) => {
  const wanted = text.trim().toLowerCase()
  return (
    (line.product.toLowerCase().includes(wanted) || line.productName.toLowerCase().includes(wanted)) &&
    (warehouse === '' || line.warehouse === warehouse) &&
    (need === undefined || meets[need](line))
  )
}

export const listedStock = computed(() => stock.value.filter((line) => matchesStock(line, stockAddress.value)))

/** How many meet a need, whichever is shown. */
export const needCount = (need: StockNeed) => stock.value.filter((line) => matchesStock(line, { ...stockAddress.value, need })).length

export const warehouses = computed(() =>
  [...new Map(stock.value.map(({ warehouse, warehouseName }) => [warehouse, warehouseName])).entries()].sort(([, a], [, b]) =>
    a < b ? -1 : 1,
  ),
)
