import type { PurchaseOrderDetail, RecordedReceipt } from '@lading/shared/contract/purchase-order'
import { useRef } from 'preact/hooks'
import { receiveOrder } from '../../../data/stock/orders.ts'
import { formatList } from '../../../format/list.ts'
import { t } from '../../../i18n/t.ts'
import { DeedDialog } from '../../dialog/deed-dialog.tsx'
import { instantOf, QuantityField, TimeField } from '../../dialog/fields.tsx'
import { FieldError } from '../../parts/field-error.tsx'

type Props = { order: PurchaseOrderDetail; onDone: (text: string) => void; onClose: () => void }

/** Books what has come of an order, whole or in part. */
export const ReceiptDialog = ({ order, onDone, onClose }: Props) => {
  // The same as long as the dialog is open: an answer that was lost does not make it count twice.
  const ownId = useRef(
    `desk-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`,
  )
  // What was sent last: the answer counts lines as they were sent.
  const sent = useRef<string[]>([])
  const errorsOf = (product: string, error: (path: string) => string[]) => {
    const index = sent.current.indexOf(product)
    return index < 0 ? [] : error(`/lines/${index}`)
  }
  return (
    <DeedDialog<RecordedReceipt>
      title={t('receipt.title')}
      about={t('receipt.about')}
      deed={t('receipt.do')}
      fields={['/at', '/externalId', '/lines']}
      onClose={onClose}
      onDone={(recorded) => onDone(sayRecorded(recorded))}
      send={(form) => {
        const lines = order.lines.flatMap(({ product }) => {
          const quantity = Number(form.get(`of ${product}`))
          return quantity > 0 ? { product, quantity } : []
        })
        if (lines.length === 0) return t('receipt.nothing')
        sent.current = lines.map(({ product }) => product)
        const at = instantOf(form.get('at'))
        const externalId = String(form.get('externalId')).trim() || ownId.current
        return receiveOrder(order.id, { externalId, ...(at && { at }), lines, isBooked: form.get('isBooked') === 'on' })
      }}
    >
      {(error) => (
        <>
          {order.lines.map(({ product, productName, quantity, received }) => (
            <QuantityField
              key={product}
              name={`of ${product}`}
              label={productName}
              rule={t('receipt.open', { open: Math.max(0, quantity - received), whole: quantity })}
              value={Math.max(0, quantity - received)}
              messages={errorsOf(product, error)}
            />
          ))}
          <TimeField name="at" label={t('receipt.when')} rule={t('receipt.when-rule')} messages={error('/at')} />
          <label>
            <span>{t('receipt.note')}</span>
            <input
              class="field"
              name="externalId"
              maxLength={100}
              autoComplete="off"
              spellcheck={false}
              aria-invalid={error('/externalId').length > 0}
              aria-describedby="receipt-note-rule receipt-note-error"
            />
            <small id="receipt-note-rule">{t('receipt.note-rule')}</small>
            <FieldError id="receipt-note-error" messages={error('/externalId')} />
          </label>
          <div class="dialog-checks">
            <label>
              <input type="checkbox" name="isBooked" defaultChecked aria-describedby="receipt-booked-rule" />
              {t('receipt.booked')}
            </label>
            <small id="receipt-booked-rule">{t('receipt.booked-rule')}</small>
          </div>
        </>
      )}
    </DeedDialog>
  )
}

const sayRecorded = ({ order, recorded, known, overDelivered }: RecordedReceipt) => {
  const nameOf = (sku: string) => order.lines.find(({ product }) => product === sku)?.productName ?? sku
  if (recorded === 0 && known > 0) return t('receipt.known')
  return [
    t(order.state === 'received' ? 'receipt.done-whole' : 'receipt.done-part'),
    overDelivered.length > 0 && t('receipt.over', { products: formatList(overDelivered.map(({ product }) => nameOf(product))) }),
  ]
    .filter(Boolean)
    .join(' ')
}
