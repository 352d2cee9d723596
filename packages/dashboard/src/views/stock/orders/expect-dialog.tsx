import type { PurchaseOrder, PurchaseOrderDetail } from '@lading/shared/contract/purchase-order'
import { changeOrder } from '../../../data/stock/orders.ts'
import { t } from '../../../i18n/t.ts'
import { DeedDialog } from '../../dialog/deed-dialog.tsx'
import { instantOf, TimeField } from '../../dialog/fields.tsx'

type Props = { order: PurchaseOrderDetail; onDone: (text: string) => void; onClose: () => void }

/** When the supplier says that what is open comes. */
export const ExpectDialog = ({ order, onDone, onClose }: Props) => (
  <DeedDialog<PurchaseOrder>
    title={t('order.do-expect')}
    about={t('order.expect-about')}
    deed={t('order.save')}
    fields={['/expectedAt']}
    onClose={onClose}
    onDone={() => onDone(t('order.did-expect'))}
    send={(form) => changeOrder(order.id, { expectedAt: instantOf(form.get('expectedAt')) })}
  >
    {(error) => <TimeField name="expectedAt" label={t('order-column.expected')} required messages={error('/expectedAt')} />}
  </DeedDialog>
)
