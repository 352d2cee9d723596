import type { StockTransfer } from '@lading/shared/contract/stock-transfer'
import { formatNumber } from '../../../format/number.ts'
import { t } from '../../../i18n/t.ts'
import { goStock, nothingOpen, stockAddress } from '../../../state/stock-address.ts'
import { Time } from '../../time.tsx'
import { Expected } from '../expected.tsx'
import { TransferLabel } from '../supply-label.tsx'

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
  const isOpen = stockAddress.value.transferId === id
  return (
    // The button in it has the keys; the rest of the row is a larger target for pointers.
    <tr
      class={isOpen ? 'stock-row supply-row row-selected' : 'stock-row supply-row'}
      onClick={() => goStock({ ...nothingOpen, transferId: id })}
    >
      <th scope="row" class="supply-col-number">
        <button type="button" class="row-open" aria-current={isOpen ? 'true' : undefined}>
          {number}
        </button>
      </th>
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
    </tr>
  )
}
