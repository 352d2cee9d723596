import type { ComponentChildren } from 'preact'
import { goStock, nothingOpen } from '../../state/address/stock.ts'

type Props = { number: string; open: { orderId: string } | { transferId: string }; isOpen: boolean; children: ComponentChildren }

/** An order or a transfer in its table. The button in it has the keys; the rest of the row is a larger target for pointers. */
export const SupplyRow = ({ number, open, isOpen, children }: Props) => (
  <tr class={isOpen ? 'stock-row supply-row row-selected' : 'stock-row supply-row'} onClick={() => goStock({ ...nothingOpen, ...open })}>
    <th scope="row" class="supply-col-number">
      <button type="button" class="row-open" aria-current={isOpen ? 'true' : undefined}>
        {number}
      </button>
    </th>
    {children}
  </tr>
)
