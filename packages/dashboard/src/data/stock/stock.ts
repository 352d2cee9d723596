import type { StockKey } from '@lading/shared/contract/stock'
import type { Proposal, StockDetail, StockList, WhatIf, WhatIfAnswer } from '@lading/shared/contract/stock-plan'
import { stockAddress } from '../../state/address/stock.ts'
import { stock, stockDetail, stockLoad } from '../../state/stock/stock.ts'
import { authorised } from '../server/authorised.ts'

/** Every product in every warehouse; what is shown stays until it is heard anew. */
export const loadStock = async () => {
  const result = await authorised<StockList>('/v1/stock')
  if (result.ok) stock.value = result.value.items
  stockLoad.value = result.ok ? { status: 'ready' } : { status: 'failed', failure: result.failure }
}

/** One of them in full. */
export const loadStockDetail = async ({ product, warehouse }: StockKey) => {
  const result = await authorised<StockDetail>(`/v1/stock/${encodeURIComponent(product)}/${encodeURIComponent(warehouse)}`)
  const { selected } = stockAddress.value
  // Somebody may have gone on to another one meanwhile.
  if (result.ok && selected?.product === product && selected.warehouse === warehouse) stockDetail.value = result.value
  return result
}

export const askWhatIf = (body: WhatIf, signal: AbortSignal) =>
  authorised<WhatIfAnswer>('/v1/stock/what-if', { method: 'POST', body, signal })

export const decideProposal = async ({ id, product, warehouse }: Proposal, decision: { approve: true } | { reject: string }) => {
  const path = `/v1/stock/proposals/${id}/${'approve' in decision ? 'approve' : 'reject'}`
  const result = await authorised<Proposal>(path, { method: 'POST', body: 'reject' in decision ? { reason: decision.reject } : undefined })
  if (result.ok) await Promise.all([loadStock(), loadStockDetail({ product, warehouse })])
  return result
}

// Nothing tells the dashboard of sales: the list is read again this often while somebody looks.
const refreshMs = 20_000

/** Keeps the list true while it is on screen. Returns how to stop. */
export const followStock = () => {
  void loadStock()
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void loadStock()
  }, refreshMs)
  return () => clearInterval(timer)
}
