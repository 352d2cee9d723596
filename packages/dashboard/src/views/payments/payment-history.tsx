import type { Payment, ShipmentDuties } from '@lading/shared/contract/payment'
import { useSignal } from '@preact/signals'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { mayAct } from '../../state/people.ts'
import { Time } from '../parts/time.tsx'
import { PaymentLabel } from './payment-label.tsx'
import { RefundDialog } from './refund-dialog.tsx'

type Props = { duties: ShipmentDuties; onChange: (duties: ShipmentDuties) => void }

/** Every try to pay, what the provider told of it, what was given back, and what was due before. */
export const PaymentHistory = ({ duties: { payments, earlier, provider }, onChange }: Props) => {
  const refunding = useSignal<Payment | undefined>(undefined)
  if (payments.length === 0 && earlier.length === 0) return null
  return (
    <>
      <ol class="events payment-tries">
        {payments.map((payment) => (
          <li key={payment.id}>
            <Time at={payment.openedAt} />
            <div>
              <strong>
                {formatMoney(payment.amount)} <PaymentLabel state={payment.state} />
              </strong>
              <small>{t('payment.by', { provider: t(`payment-provider.${payment.provider}`) })}</small>
              {payment.events.map(({ kind, receivedAt, became }) => (
                <small key={`${kind} ${receivedAt}`}>
                  {t(became ? 'payment.told' : 'payment.told-in-vain', { kind })} <Time at={receivedAt} />
                </small>
              ))}
              {payment.refunds.map(({ id, state, amount, reason, by, requestedAt }) => (
                <small key={id}>
                  {t(`payment.refund.${state}`, { amount: formatMoney(amount) })} <span dir="auto">{reason}</span> {by?.name}{' '}
                  <Time at={requestedAt} />
                </small>
              ))}
              {mayAct.value && payment.refundable.minorUnits > 0 && payment.provider === provider && (
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    refunding.value = payment
                  }}
                >
                  {t('payment.refund')}
                </button>
              )}
            </div>
          </li>
        ))}
        {earlier.map((bill) => (
          <li key={bill.id}>
            <Time at={bill.recordedAt} />
            <div>
              <strong>{formatMoney(bill.total)}</strong>
              <small>{t('payment.withdrawn')}</small>
            </div>
          </li>
        ))}
      </ol>
      {refunding.value && (
        <RefundDialog
          payment={refunding.value}
          onDone={onChange}
          onClose={() => {
            refunding.value = undefined
          }}
        />
      )}
    </>
  )
}
