import type { StockTransfer } from '@lading/shared/contract/stock-transfer'
import { afterTransfer } from '@lading/shared/domain/stock'
import { useSignal } from '@preact/signals'
import { t } from '../../../i18n/t.ts'
import { MoveDialog, type TransferStep } from './move-dialog.tsx'

/** What can be done with a transfer as it is. */
export const TransferActions = ({ transfer, onDone }: { transfer: StockTransfer; onDone: (text: string) => void }) => {
  const asking = useSignal<TransferStep | undefined>(undefined)
  const possible = afterTransfer[transfer.state].filter((state): state is TransferStep => state !== 'planned')
  return (
    <>
      <div class="proposal-actions">
        {possible.map((state) => (
          <button
            key={state}
            type="button"
            class={state === 'cancelled' ? 'button' : 'button button-primary'}
            onClick={() => {
              asking.value = state
            }}
          >
            {t(`transfer.do-${state}`)}
          </button>
        ))}
      </div>
      {asking.value && (
        <MoveDialog
          key={asking.value}
          transfer={transfer}
          state={asking.value}
          onDone={onDone}
          onClose={() => {
            asking.value = undefined
          }}
        />
      )}
    </>
  )
}
