import type { StockKey } from '@lading/shared/contract/stock'
import { signal } from '@preact/signals'
import { pathOf, screen, screenOf } from './screen.ts'

/** Only what is likely to run out, what something is proposed for, or what there is too much of. */
export const stockNeeds = ['short', 'proposed', 'excess'] as const
export type StockNeed = (typeof stockNeeds)[number]

export type StockAddress = { text: string; warehouse: string; need: StockNeed | undefined; selected: StockKey | undefined }

/** Reads the query of the stock screen; what it does not know it leaves out. */
export const readStockAddress = (search: string): StockAddress => {
  const query = new URLSearchParams(search)
  const [product, warehouse] = query.get('item')?.split('@') ?? []
  return {
    text: query.get('q')?.slice(0, 100) ?? '',
    warehouse: query.get('warehouse') ?? '',
    need: stockNeeds.find((need) => need === query.get('show')),
    selected: product && warehouse ? { product, warehouse } : undefined,
  }
}

export const writeStockAddress = ({ text, warehouse, need, selected }: StockAddress) => {
  const pairs = [
    ['show', need ?? ''],
    ['warehouse', warehouse],
    ['q', text],
    ['item', selected ? `${selected.product}@${selected.warehouse}` : ''],
  ].filter((pair) => pair[1] !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString().replaceAll('%40', '@')}`
}

/** What the stock screen shows, also while another screen is open. */
export const stockAddress = signal<StockAddress>(readStockAddress(screen.value === 'stock' ? (globalThis.location?.search ?? '') : ''))

export const stockUrl = (change: Partial<StockAddress> = {}) => `${pathOf.stock}${writeStockAddress({ ...stockAddress.value, ...change })}`

/** Opening a product or the screen adds a step to the history; filtering only rewrites the current one. */
export const goStock = (change: Partial<StockAddress> = {}) => {
  const url = stockUrl(change)
  if ('selected' in change || screen.value !== 'stock') history.pushState(null, '', url)
  else history.replaceState(null, '', url)
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
