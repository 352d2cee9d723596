import type { StockTransfer } from '@lading/shared/contract/stock-transfer'
import { formatNumber } from '../../../format/number.ts'
import { t } from '../../../i18n/t.ts'
import { stockAddress } from '../../../state/address/stock.ts'
import { Time } from '../../parts/time.tsx'
import { Expected } from '../expected.tsx'
import { TransferLabel } from '../supply-label.tsx'
import { SupplyRow } from '../supply-row.tsx'

const columns = ['number', 'state', 'product', 'from', 'to', 'quantity', 'expected'] as const

export const TransferTable = ({ transfers }: { transfers: StockTransfer[] }) => (
  <table aria-label={t('stock-view.transfers')}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" class={`supply-col-${column}`}>
            {t(`transfer-column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {transfers.map((transfer) => (
        <Row key={transfer.id} transfer={transfer} />
      ))}
    </tbody>
  </table>
)

const Row = ({ transfer }: { transfer: StockTransfer }) => {
  const { id, number, state, productName, fromName, toName, quantity, arrival, arrivedAt } = transfer
  return (
    <SupplyRow number={number} open={{ transferId: id }} isOpen={stockAddress.value.transferId === id}>
      <td class="supply-col-state">
        <TransferLabel state={state} />
      </td>
      <td class="supply-col-product">{productName}</td>
      <td class="supply-col-from">{fromName}</td>
      <td class="supply-col-to">{toName}</td>
      <td class="supply-col-quantity">{formatNumber(quantity)}</td>
      <td class="supply-col-expected">
        {arrival && <Expected arrival={arrival} focusable={false} />}
        {arrivedAt && <Time at={arrivedAt} focusable={false} />}
        {!arrival && !arrivedAt && <span class="none">–</span>}
      </td>
    </SupplyRow>
  )
}
