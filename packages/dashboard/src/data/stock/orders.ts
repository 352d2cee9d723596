import type {
  NewPurchaseOrder,
  NewReceipt,
  PurchaseOrder,
  PurchaseOrderChange,
  PurchaseOrderDetail,
  RecordedReceipt,
  SupplierList,
} from '@lading/shared/contract/purchase-order'
import type { Proposal } from '@lading/shared/contract/stock-plan'
import { computed, signal } from '@preact/signals'
import { stockAddress } from '../../state/address/stock.ts'
import { authorised } from '../server/authorised.ts'
import { createPaged } from '../server/paged.ts'
import { queryString } from '../server/request.ts'

const query = computed(() => {
  const { text, warehouse, orderState, supplier } = stockAddress.value
  return queryString({ q: text.trim(), warehouse, state: orderState, supplier }).slice(1)
})

/** Purchase orders that meet the filter, newest first. */
export const orders = createPaged<PurchaseOrder>('/v1/purchase-orders', query)

export const suppliers = signal<string[]>([])

export const loadSuppliers = async () => {
  const result = await authorised<SupplierList>('/v1/suppliers')
  if (result.ok) suppliers.value = result.value.items
}

/** The order that is open, in full, with what is proposed about it; it stays while it is read again. */
export const orderDetail = signal<{ order: PurchaseOrderDetail; proposals: Proposal[] } | undefined>(undefined)

export const loadOrder = async (id: string) => {
  const order = await authorised<PurchaseOrderDetail>(`/v1/purchase-orders/${encodeURIComponent(id)}`)
  if (!order.ok) return order
  // What is proposed stands beside the order: without it the order is shown all the same.
  const open = await authorised<{ items: Proposal[] }>(
    `/v1/stock/proposals${queryString({ state: 'open', warehouse: order.value.warehouse, limit: 500 })}`,
  )
  const proposals = open.ok ? open.value.items.filter(({ kind, purchaseOrderId }) => kind === 'expedite' && purchaseOrderId === id) : []
  // Somebody may have gone on to another one meanwhile.
  if (stockAddress.value.orderId === id) orderDetail.value = { order: order.value, proposals }
  return order
}

/** Both the open order and the list are shown anew before this resolves. */
export const refreshOrder = (id: string) => Promise.all([loadOrder(id), orders.reload()])

export const addOrder = async (body: NewPurchaseOrder) => {
  const result = await authorised<PurchaseOrder>('/v1/purchase-orders', { method: 'POST', body })
  if (result.ok) await orders.reload()
  return result
}

export const changeOrder = async (id: string, body: PurchaseOrderChange) => {
  const result = await authorised<PurchaseOrder>(`/v1/purchase-orders/${id}`, { method: 'PATCH', body })
  if (result.ok) await refreshOrder(id)
  return result
}

export const receiveOrder = async (id: string, body: NewReceipt) => {
  const result = await authorised<RecordedReceipt>(`/v1/purchase-orders/${id}/receipts`, { method: 'POST', body })
  if (result.ok) await refreshOrder(id)
  return result
}
