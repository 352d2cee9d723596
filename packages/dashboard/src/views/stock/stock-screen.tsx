import { type StockView, stockAddress } from '../../state/address/stock.ts'
import { OrderDrawer } from './orders/order-drawer.tsx'
import { OrderList } from './orders/order-list.tsx'
import { ProductList } from './product-list.tsx'
import { StockDrawer } from './stock-drawer.tsx'
import { TransferDrawer } from './transfers/transfer-drawer.tsx'
import { TransferList } from './transfers/transfer-list.tsx'

const lists: Record<StockView, () => preact.JSX.Element> = {
  products: () => <ProductList />,
  orders: () => <OrderList />,
  transfers: () => <TransferList />,
}

/** What is in the warehouses and what is to come to them, with what is open beside it. */
export const StockScreen = () => {
  const drawer = drawerOf()
  return (
    <main class="devices" data-device={drawer !== undefined}>
      {lists[stockAddress.value.view]()}
      {drawer}
    </main>
  )
}

const drawerOf = () => {
  const { view, selected, orderId, transferId } = stockAddress.value
  if (view === 'products' && selected) return <StockDrawer key={`${selected.product}@${selected.warehouse}`} stockKey={selected} />
  if (view === 'orders' && orderId) return <OrderDrawer key={orderId} id={orderId} />
  if (view === 'transfers' && transferId) return <TransferDrawer key={transferId} id={transferId} />
  return undefined
}
