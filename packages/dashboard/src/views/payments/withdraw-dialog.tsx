import type { DutyBill, ShipmentDuties } from '@lading/shared/contract/payment'
import { withdrawDuties } from '../../data/money/payments.ts'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'

type Props = { shipmentId: string; bill: DutyBill; onDone: (duties: ShipmentDuties) => void; onClose: () => void }

/** Makes sure that nothing is to be due any more. */
export const WithdrawDialog = ({ shipmentId, bill, onDone, onClose }: Props) => (
  <DeedDialog
    title={t('payment.withdraw')}
    about={t('payment.withdraw-about', { amount: formatMoney(bill.total) })}
    deed={t('payment.withdraw')}
    send={() => withdrawDuties(shipmentId)}
    onDone={onDone}
    onClose={onClose}
  />
)
