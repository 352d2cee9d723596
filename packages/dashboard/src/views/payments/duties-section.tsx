import type { DutyBill, ShipmentDuties } from '@lading/shared/contract/payment'
import type { Shipment } from '@lading/shared/contract/shipment'
import { isHeld } from '@lading/shared/domain/customs-entry'
import { mayBePaid } from '@lading/shared/domain/payment'
import { isFinished } from '@lading/shared/domain/shipment-state'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { readDuties } from '../../data/money/payments.ts'
import { formatDay } from '../../format/exact.ts'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { mayAct } from '../../state/people.ts'
import { shipments } from '../../state/shipment/shipments.ts'
import { customsOf } from '../customs/customs-section.tsx'
import { Fact } from '../parts/fact.tsx'
import { Time } from '../parts/time.tsx'
import { DutiesDialog } from './duties-dialog.tsx'
import { PaymentHistory } from './payment-history.tsx'
import { PaymentLabel } from './payment-label.tsx'
import { QuoteVariance } from './quote-variance.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** What the recipient has to pay at the border, how far that is, and what was done about it. */
export const DutiesSection = ({ shipment }: { shipment: Shipment }) => {
  const duties = useSignal<ShipmentDuties | undefined>(undefined)
  const heard = shipments.value.get(shipment.id)
  useEffect(() => {
    const controller = new AbortController()
    // Without an answer what is known stays: the rest of the shipment says already that the network is away.
    void readDuties(shipment.id, controller.signal).then((result) => {
      if (result.ok && !controller.signal.aborted) duties.value = result.value
    })
    return () => controller.abort()
  }, [shipment.id, shipment.updatedAt, heard])

  const { value: known } = duties
  const mayRecord = mayAct.value && shipment.incoterm !== 'DDP' && !isFinished(shipment.state) && customsOf(shipment).length > 0
  if (!known || (!known.bill && known.payments.length === 0 && !mayRecord)) return null
  const onChange = (value: ShipmentDuties) => {
    duties.value = value
  }
  return (
    <section class="detail-section duties-due" aria-labelledby="duties-heading">
      <h3 id="duties-heading">{t('payment.title')}</h3>
      {known.bill ? <Bill bill={known.bill} shipment={shipment} /> : <p class="note">{t('payment.nothing')}</p>}
      {known.bill?.quoteId && (
        <QuoteVariance key={`${shipment.id} ${known.bill.quoteId}`} shipment={shipment} quoteId={known.bill.quoteId} />
      )}
      {known.bill && mayBePaid(known.bill.state) && !known.provider && <p class="note">{t('payment.no-provider')}</p>}
      {mayAct.value && <Actions shipment={shipment} duties={known} mayRecord={mayRecord} onChange={onChange} />}
      <PaymentHistory duties={known} onChange={onChange} />
    </section>
  )
}

const Bill = ({ bill, shipment }: { bill: DutyBill; shipment: Shipment }) => {
  const isHeldUp = mayBePaid(bill.state) && shipment.customs.some(({ state }) => isHeld(state) && state !== 'refused')
  return (
    <>
      <p class="duties-total">
        <strong>{formatMoney(bill.total)}</strong> <PaymentLabel state={bill.state} />
      </p>
      {isHeldUp && <p class="duties-held">{t('payment.held', { amount: formatMoney(bill.total) })}</p>}
      <dl class="facts">
        {bill.lines.map(({ kind, name, amount }) => (
          <Fact key={`${kind} ${name}`} name={t(`payment.kind.${kind}`)}>
            {formatMoney(amount)} <small dir="auto">{name}</small>
          </Fact>
        ))}
        {bill.dueUntil && <Fact name={t('payment.until')}>{formatDay(Date.parse(bill.dueUntil), 'UTC')}</Fact>}
        <Fact name={t('payment.recorded')}>
          <Time at={bill.recordedAt} /> {bill.by && <small>{bill.by.name}</small>}
        </Fact>
      </dl>
    </>
  )
}

type ActionProps = { shipment: Shipment; duties: ShipmentDuties; mayRecord: boolean; onChange: (duties: ShipmentDuties) => void }

const Actions = ({ shipment, duties: { bill }, mayRecord, onChange }: ActionProps) => {
  const open = useSignal<'record' | 'withdraw' | undefined>(undefined)
  const close = () => {
    open.value = undefined
  }
  const isOpen = !bill || bill.state === 'due' || bill.state === 'failed' || bill.state === 'expired'
  if (!isOpen) return null
  return (
    <div class="customs-actions">
      {mayRecord && (
        <button
          type="button"
          class="button"
          onClick={() => {
            open.value = 'record'
          }}
        >
          {t(bill ? 'payment.record-anew' : 'payment.record')}
        </button>
      )}
      {bill && (
        <button
          type="button"
          class="button"
          onClick={() => {
            open.value = 'withdraw'
          }}
        >
          {t('payment.withdraw')}
        </button>
      )}
      {open.value === 'record' && <DutiesDialog shipment={shipment} bill={bill} onDone={onChange} onClose={close} />}
      {open.value === 'withdraw' && bill && <WithdrawDialog shipmentId={shipment.id} bill={bill} onDone={onChange} onClose={close} />}
    </div>
  )
}
