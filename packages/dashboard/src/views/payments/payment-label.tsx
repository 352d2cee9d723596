import type { PaymentState } from '@lading/shared/domain/payment'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { IconName } from '../../icons/paths.ts'

const icons: Partial<Record<PaymentState, IconName>> = { due: 'severity-warning', failed: 'severity-warning', paid: 'check' }

/** How far a payment is: a word, and a sign for what wants somebody's eye. */
export const PaymentLabel = ({ state }: { state: PaymentState }) => (
  <span class="label payment-label" data-payment={state}>
    {icons[state] && <Icon name={icons[state]} />}
    <span class="label-text">{t(`payment-state.${state}`)}</span>
  </span>
)
