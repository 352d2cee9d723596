import type { StockTransfer } from '@lading/shared/contract/stock-transfer'
import type { TransferState } from '@lading/shared/domain/stock'
import { changeTransfer } from '../../../data/stock/transfers.ts'
import { t } from '../../../i18n/t.ts'
import { DeedDialog } from '../../dialog/deed-dialog.tsx'
import { instantOf, QuantityField, TimeField } from '../../dialog/fields.tsx'

export type TransferStep = Exclude<TransferState, 'planned'>
type Props = { transfer: StockTransfer; state: TransferStep; onDone: (text: string) => void; onClose: () => void }

/** Says that a transfer has left or arrived, when, and how much of it; or that it will not be. */
export const MoveDialog = ({ transfer, state, onDone, onClose }: Props) => (
  <DeedDialog<StockTransfer>
    title={t(`transfer.do-${state}`)}
    about={t(`transfer.about-${state}`)}
    deed={t(`transfer.do-${state}`)}
    fields={['/at', '/quantity']}
    onClose={onClose}
    onDone={() => onDone(t(`transfer.did-${state}`))}
    send={(form) => {
      const at = instantOf(form.get('at'))
      return changeTransfer(transfer.id, {
        state,
        ...(at && { at }),
        ...(state === 'arrived' && { quantity: Number(form.get('quantity')) }),
      })
    }}
  >
    {(error) =>
      state !== 'cancelled' && (
        <>
          {state === 'arrived' && (
            <QuantityField
              name="quantity"
              label={t('transfer.how-much')}
              rule={t('transfer.how-much-rule', { quantity: transfer.quantity })}
              value={transfer.quantity}
              messages={error('/quantity')}
            />
          )}
          <TimeField name="at" label={t('receipt.when')} rule={t('receipt.when-rule')} messages={error('/at')} />
        </>
      )
    }
  </DeedDialog>
)
