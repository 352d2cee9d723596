import type { PurchaseOrder, PurchaseOrderDetail } from '@lading/shared/contract/purchase-order'
import { changeOrder } from '../../../data/stock/orders.ts'
import { t } from '../../../i18n/t.ts'
import { DeedDialog } from '../../dialog/deed-dialog.tsx'
import { QuantityField } from '../../dialog/fields.tsx'

type Props = { order: PurchaseOrderDetail; onDone: (text: string) => void; onClose: () => void }

/** How much a draft is for. */
export const QuantitiesDialog = ({ order, onDone, onClose }: Props) => (
  <DeedDialog<PurchaseOrder>
    title={t('order.do-quantities')}
    deed={t('order.save')}
    fields={['/quantities']}
    onClose={onClose}
    onDone={() => onDone(t('order.did-quantities'))}
    send={(form) =>
      changeOrder(order.id, { quantities: order.lines.map(({ product }) => ({ product, quantity: Number(form.get(`of ${product}`)) })) })
    }
  >
    {(error) =>
      order.lines.map(({ product, productName, quantity }, index) => (
        <QuantityField
          key={product}
          name={`of ${product}`}
          label={productName}
          value={quantity}
          least={1}
          messages={error(`/quantities/${index}`)}
        />
      ))
    }
  </DeedDialog>
)
