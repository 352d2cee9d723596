import type { PurchaseOrder, PurchaseOrderDetail } from '@lading/shared/contract/purchase-order'
import { changeOrder } from '../../../data/stock/orders.ts'
import { t } from '../../../i18n/t.ts'
import { DeedDialog } from '../../dialog/deed-dialog.tsx'

type Props = { order: PurchaseOrderDetail; onDone: (text: string) => void; onClose: () => void }

/** Asks before an order is cancelled: there is no way back. */
export const CancelDialog = ({ order, onDone, onClose }: Props) => (
  <DeedDialog<PurchaseOrder>
    title={t('order.cancel-title', { number: order.number })}
    about={t('order.cancel-about')}
    deed={t('order.do-cancel')}
    fields={[]}
    onClose={onClose}
    onDone={() => onDone(t('order.did-cancel'))}
    send={() => changeOrder(order.id, { state: 'cancelled' })}
  />
)
