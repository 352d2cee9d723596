import type { PurchaseOrder } from '@lading/shared/contract/purchase-order'
import { formatMoney } from '../../../format/money.ts'
import { t } from '../../../i18n/t.ts'
import { stockAddress } from '../../../state/address/stock.ts'
import { windowOf } from '../arrival-window.ts'
import { Expected } from '../expected.tsx'
import { OrderLabel } from '../supply-label.tsx'
import { SupplyRow } from '../supply-row.tsx'

const columns = ['number', 'state', 'supplier', 'warehouse', 'lines', 'received', 'expected', 'cost'] as const

export const OrderTable = ({ orders }: { orders: PurchaseOrder[] }) => (
  <table aria-label={t('stock-view.orders')}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            class={`supply-col-${column}`}
            title={column === 'expected' ? t('supply.expected-about') : undefined}
          >
            {t(`order-column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {orders.map((order) => (
        <Row key={order.id} order={order} />
      ))}
    </tbody>
  </table>
)

const Row = ({ order }: { order: PurchaseOrder }) => {
  const { id, number, state, supplier, warehouseName, lines, cost } = order
  const window = windowOf(lines)
  const sum = (part: 'quantity' | 'received') => lines.reduce((total, line) => total + line[part], 0)
  return (
    <SupplyRow number={number} open={{ orderId: id }} isOpen={stockAddress.value.orderId === id}>
      <td class="supply-col-state">
        <OrderLabel state={state} />
      </td>
      <td class="supply-col-supplier">{supplier}</td>
      <td class="supply-col-warehouse">{warehouseName}</td>
      <td class="supply-col-lines">{lines.length === 1 ? lines[0]?.productName : t('orders.lines', { count: lines.length })}</td>
      <td class="supply-col-received">{t('supply.of', { part: sum('received'), whole: sum('quantity') })}</td>
      <td class="supply-col-expected">{window ? <Expected arrival={window} focusable={false} /> : <span class="none">–</span>}</td>
      <td class="supply-col-cost">{formatMoney(cost)}</td>
    </SupplyRow>
  )
}
