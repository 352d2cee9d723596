import type { PurchaseOrderState, TransferState } from '@lading/shared/domain/stock'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

const orderIcons = {
  draft: 'customs-draft',
  sent: 'state-in-transit',
  confirmed: 'customs-accepted',
  received: 'state-delivered',
  cancelled: 'state-expired',
} as const
const transferIcons = {
  planned: 'state-pending',
  'under-way': 'mode-road',
  arrived: 'state-delivered',
  cancelled: 'state-expired',
} as const

/** How far an order is: an icon and a word, never a colour alone. */
export const OrderLabel = ({ state }: { state: PurchaseOrderState }) => (
  <span class={`label supply-${state}`}>
    <Icon name={orderIcons[state]} />
    <span class="label-text">{t(`order-state.${state}`)}</span>
  </span>
)

export const TransferLabel = ({ state }: { state: TransferState }) => (
  <span class={`label supply-${state}`}>
    <Icon name={transferIcons[state]} />
    <span class="label-text">{t(`transfer-state.${state}`)}</span>
  </span>
)
