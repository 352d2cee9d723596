import type { PurchaseOrderDetail } from '@lading/shared/contract/purchase-order'
import { afterPurchaseOrder, type PurchaseOrderState } from '@lading/shared/domain/stock'
import { useSignal } from '@preact/signals'
import { changeOrder } from '../../../data/stock/orders.ts'
import { t } from '../../../i18n/t.ts'
import type { Failure } from '../../../state/server/failure.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { ExpectDialog } from './expect-dialog.tsx'
import { QuantitiesDialog } from './quantities-dialog.tsx'
import { ReceiptDialog } from './receipt-dialog.tsx'

type Props = { order: PurchaseOrderDetail; onDone: (text: string) => void }

const dialogs = { receive: ReceiptDialog, expect: ExpectDialog, quantities: QuantitiesDialog, cancel: CancelDialog }
type Deed = keyof typeof dialogs

/** What asks nothing is done at once. */
const steps = ['sent', 'confirmed'] as const satisfies PurchaseOrderState[]

/** What can be done with an order as it is. */
export const OrderActions = ({ order, onDone }: Props) => {
  const asking = useSignal<Deed | undefined>(undefined)
  const busy = useSignal(false)
  const failure = useSignal<Failure | undefined>(undefined)
  const possible = afterPurchaseOrder[order.state]
  const isPlaced = order.orderedAt !== null && order.state !== 'draft'
  const isOpen = possible.length > 0
  const step = async (state: (typeof steps)[number]) => {
    busy.value = true
    const result = await changeOrder(order.id, { state })
    busy.value = false
    failure.value = result.ok ? undefined : result.failure
    if (result.ok) onDone(t(`order.did-${state}`))
  }
  const ask = (deed: Deed, isMain = false) => (
    <button
      type="button"
      class={isMain ? 'button button-primary' : 'button'}
      onClick={() => {
        asking.value = deed
      }}
    >
      {t(`order.do-${deed}`)}
    </button>
  )
  const Asking = asking.value && dialogs[asking.value]
  return (
    <>
      <div class="proposal-actions">
        {steps
          .filter((state) => possible.includes(state))
          .map((state) => (
            <button
              key={state}
              type="button"
              class={state === 'sent' ? 'button button-primary' : 'button'}
              disabled={busy.value}
              onClick={() => void step(state)}
            >
              {t(`order.do-${state}`)}
            </button>
          ))}
        {isPlaced && isOpen && ask('receive', true)}
        {isOpen && ask('expect')}
        {order.state === 'draft' && ask('quantities')}
        {possible.includes('cancelled') && ask('cancel')}
      </div>
      {failure.value && <FailureNote failure={failure.value} />}
      {Asking && (
        <Asking
          order={order}
          onDone={onDone}
          onClose={() => {
            asking.value = undefined
          }}
        />
      )}
    </>
  )
}
