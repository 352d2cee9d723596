import type { Payment, ShipmentDuties } from '@lading/shared/contract/payment'
import { useRef } from 'preact/hooks'
import { refundPayment } from '../../data/money/payments.ts'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { FieldError } from '../parts/field-error.tsx'
import { amountPattern, minorUnitsOf, typedAmount } from './minor-units.ts'

type Props = { payment: Payment; onDone: (duties: ShipmentDuties) => void; onClose: () => void }

const fields = ['/minorUnits', '/reason']

/** Gives back all that is left of a payment, or a part of it. */
export const RefundDialog = ({ payment: { id, refundable }, onDone, onClose }: Props) => {
  const key = useRef(crypto.randomUUID())
  const asked = useRef('')
  const send = (form: FormData) => {
    const [typed, reason] = [String(form.get('amount')), String(form.get('reason')).trim()]
    const minorUnits = minorUnitsOf(typed, refundable.currency)
    if (!minorUnits) return t('payment.not-an-amount', { currency: refundable.currency })
    // Something else than what was sent before is another refund.
    if (asked.current !== '' && asked.current !== `${minorUnits} ${reason}`) key.current = crypto.randomUUID()
    asked.current = `${minorUnits} ${reason}`
    return refundPayment(id, { minorUnits, reason }, key.current)
  }
  return (
    <DeedDialog
      title={t('payment.refund')}
      about={t('payment.refund-about', { amount: formatMoney(refundable) })}
      deed={t('payment.refund-do')}
      fields={fields}
      send={send}
      onDone={onDone}
      onClose={onClose}
    >
      {(error) => (
        <>
          <label>
            <span>{t('payment.amount', { currency: refundable.currency })}</span>
            <input
              class="field"
              name="amount"
              inputMode="decimal"
              pattern={amountPattern}
              required
              autoComplete="off"
              defaultValue={typedAmount(refundable)}
              aria-invalid={error('/minorUnits').length > 0}
              aria-describedby="refund-amount-error"
            />
            <FieldError id="refund-amount-error" messages={error('/minorUnits')} />
          </label>
          <label>
            <span>{t('payment.reason')}</span>
            <input
              class="field"
              name="reason"
              maxLength={200}
              required
              autoComplete="off"
              aria-invalid={error('/reason').length > 0}
              aria-describedby="refund-reason-error"
            />
            <FieldError id="refund-reason-error" messages={error('/reason')} />
          </label>
        </>
      )}
    </DeedDialog>
  )
}
