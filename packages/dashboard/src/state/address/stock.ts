import type { StockKey } from '@lading/shared/contract/stock'
import { type PurchaseOrderState, purchaseOrderStates, type TransferState, transferStates } from '@lading/shared/domain/stock'
import { signal } from '@preact/signals'
import { pathOf, screen, screenOf } from './screen.ts'

/** Only what is likely to run out, what something is proposed for, or what there is too much of. */
export const stockNeeds = ['short', 'proposed', 'excess'] as const
export type StockNeed = (typeof stockNeeds)[number]

/** What the screen is about: what is there, or what is to come from suppliers and from other warehouses. */
export const stockViews = ['products', 'orders', 'transfers'] as const
export type StockView = (typeof stockViews)[number]

export type StockAddress = {
  view: StockView
  text: string
  warehouse: string
  need: StockNeed | undefined
  selected: StockKey | undefined
  orderState: PurchaseOrderState | undefined
  supplier: string
  orderId: string | undefined
  transferState: TransferState | undefined
  transferId: string | undefined
}

/** What opens beside the list. */
export const nothingOpen = { selected: undefined, orderId: undefined, transferId: undefined } as const
export const noStockFilter = {
  ...{ text: '', warehouse: '', need: undefined, orderState: undefined, supplier: '', transferState: undefined },
} as const

/** Reads the query of the stock screen; what it does not know it leaves out. */
export const readStockAddress = (search: string): StockAddress => {
  const query = new URLSearchParams(search)
  const [product, warehouse] = query.get('item')?.split('@') ?? []
  const view = stockViews.find((one) => one === query.get('view')) ?? 'products'
  const state = query.get('state')
  return {
    view,
    text: query.get('q')?.slice(0, 100) ?? '',
    warehouse: query.get('warehouse') ?? '',
    need: stockNeeds.find((need) => need === query.get('show')),
    selected: product && warehouse ? { product, warehouse } : undefined,
    orderState: view === 'orders' ? purchaseOrderStates.find((one) => one === state) : undefined,
    supplier: query.get('supplier')?.slice(0, 120) ?? '',
    orderId: query.get('order') ?? undefined,
    transferState: view === 'transfers' ? transferStates.find((one) => one === state) : undefined,
    transferId: query.get('transfer') ?? undefined,
  }
}

/** What stands in the address of a view is what this view knows; the others keep theirs until they are shown again. */
const pairsOf: Record<StockView, (address: StockAddress) => [string, string][]> = {
  products: ({ need, selected }) => [
    ['show', need ?? ''],
    ['item', selected ? `${selected.product}@${selected.warehouse}` : ''],
  ],
  orders: ({ orderState, supplier, orderId }) => [
    ['state', orderState ?? ''],
    ['supplier', supplier],
    ['order', orderId ?? ''],
  ],
  transfers: ({ transferState, transferId }) => [
    ['state', transferState ?? ''],
    ['transfer', transferId ?? ''],
  ],
}

export const writeStockAddress = (address: StockAddress) => {
  const { view, text, warehouse } = address
  const pairs = [['view', view === 'products' ? '' : view], ['warehouse', warehouse], ['q', text], ...pairsOf[view](address)].filter(
    (pair) => pair[1] !== '',
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString().replaceAll('%40', '@')}`
}

/** What the stock screen shows, also while another screen is open. */
export const stockAddress = signal<StockAddress>(readStockAddress(screen.value === 'stock' ? (globalThis.location?.search ?? '') : ''))

export const stockUrl = (change: Partial<StockAddress> = {}) => `${pathOf.stock}${writeStockAddress({ ...stockAddress.value, ...change })}`

/** Opening a view, something in it or the screen adds a step to the history; filtering only rewrites the current one. */
export const goStock = (change: Partial<StockAddress> = {}) => {
  const step = ['view', ...Object.keys(nothingOpen)].some((part) => part in change) || screen.value !== 'stock'
  history[step ? 'pushState' : 'replaceState'](null, '', stockUrl(change))
  stockAddress.value = { ...stockAddress.value, ...change }
  screen.value = 'stock'
}

/** Follows the back and forward buttons; returns how to stop. */
export const followStockHistory = () => {
  const follow = () => {
    if (screenOf(location.pathname) === 'stock') stockAddress.value = readStockAddress(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
