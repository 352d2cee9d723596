import type { NewStockTransfer, StockTransfer, StockTransferChange } from '@lading/shared/contract/stock-transfer'
import { computed, signal } from '@preact/signals'
import { stockAddress } from '../../state/address/stock.ts'
import { authorised } from '../server/authorised.ts'
import { createPaged } from '../server/paged.ts'
import { queryString } from '../server/request.ts'

const query = computed(() => {
  const { text, warehouse, transferState } = stockAddress.value
  return queryString({ q: text.trim(), warehouse, state: transferState }).slice(1)
})

/** Transfers that meet the filter, newest first. */
export const transfers = createPaged<StockTransfer>('/v1/stock/transfers', query)

/** The transfer that is open; it stays while it is read again. */
export const transferDetail = signal<StockTransfer | undefined>(undefined)

export const loadTransfer = async (id: string) => {
  const result = await authorised<StockTransfer>(`/v1/stock/transfers/${encodeURIComponent(id)}`)
  // Somebody may have gone on to another one meanwhile.
  if (result.ok && stockAddress.value.transferId === id) transferDetail.value = result.value
  return result
}

export const planTransfer = async (body: NewStockTransfer) => {
  const result = await authorised<StockTransfer>('/v1/stock/transfers', { method: 'POST', body })
  if (result.ok) await transfers.reload()
  return result
}

export const changeTransfer = async (id: string, body: StockTransferChange) => {
  const result = await authorised<StockTransfer>(`/v1/stock/transfers/${id}`, { method: 'PATCH', body })
  if (result.ok) await Promise.all([loadTransfer(id), transfers.reload()])
  return result
}
