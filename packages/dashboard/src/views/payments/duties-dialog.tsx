import type { DutyBill, ShipmentDuties } from '@lading/shared/contract/payment'
import type { Shipment } from '@lading/shared/contract/shipment'
import { type ChargeKind, chargeKinds } from '@lading/shared/domain/payment'
import { useSignal } from '@preact/signals'
import { recordDuties } from '../../data/money/payments.ts'
import { t } from '../../i18n/t.ts'
import { customsOf } from '../customs/customs-section.tsx'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { FieldError } from '../parts/field-error.tsx'
import { amountPattern, minorUnitsOf, typedAmount } from './minor-units.ts'

type Props = { shipment: Shipment; bill: DutyBill | null; onDone: (duties: ShipmentDuties) => void; onClose: () => void }

const mostLines = 12
const fields = ['/currency', '/lines', '/dueUntil']

/** Says what the recipient has to pay: line by line, in one currency, and until when. */
export const DutiesDialog = ({ shipment, bill, onDone, onClose }: Props) => {
  const count = useSignal(bill?.lines.length ?? 2)
  const send = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const currency = text('currency').toUpperCase()
    const lines = Array.from({ length: count.value }, (_, index) => ({
      ...{ kind: text(`kind-${index}`) as ChargeKind, name: text(`name-${index}`) },
      minorUnits: minorUnitsOf(text(`amount-${index}`), currency),
    }))
    if (lines.some(({ minorUnits }) => !minorUnits)) return t('payment.not-an-amount', { currency })
    const legSequence = customsOf(shipment)[0]?.leg
    const dueUntil = text('until')
    return recordDuties(shipment.id, {
      ...{ currency, lines: lines as { kind: ChargeKind; name: string; minorUnits: number }[] },
      ...(dueUntil && { dueUntil }),
      ...(legSequence !== undefined && { legSequence }),
    })
  }
  return (
    <DeedDialog
      title={t('payment.record')}
      about={t('payment.record-about')}
      deed={t('payment.record-do')}
      fields={fields}
      send={send}
      onDone={onDone}
      onClose={onClose}
    >
      {(error) => (
        <>
          {Array.from({ length: count.value }, (_, index) => (
            <Line key={index} index={index} line={bill?.lines[index]} kind={chargeKinds[index === 0 ? 0 : 2]} />
          ))}
          <FieldError id="duties-lines-error" messages={error('/lines')} />
          <div class="duties-deeds">
            <button type="button" class="button" disabled={count.value >= mostLines} onClick={() => count.value++}>
              {t('payment.add-line')}
            </button>
            {count.value > 1 && (
              <button type="button" class="button" onClick={() => count.value--}>
                {t('payment.remove-line')}
              </button>
            )}
          </div>
          <label>
            <span>{t('payment.currency')}</span>
            <input
              class="field"
              name="currency"
              pattern="[A-Za-z]{3}"
              required
              autoComplete="off"
              defaultValue={bill?.total.currency ?? 'EUR'}
              aria-invalid={error('/currency').length > 0}
              aria-describedby="duties-currency-error"
            />
            <FieldError id="duties-currency-error" messages={error('/currency')} />
          </label>
          <label>
            <span>{t('payment.until')}</span>
            <input
              class="field"
              name="until"
              type="date"
              defaultValue={bill?.dueUntil ?? ''}
              aria-invalid={error('/dueUntil').length > 0}
              aria-describedby="duties-until-error"
            />
            <FieldError id="duties-until-error" messages={error('/dueUntil')} />
          </label>
        </>
      )}
    </DeedDialog>
  )
}

type LineProps = { index: number; line: DutyBill['lines'][number] | undefined; kind: ChargeKind | undefined }

const Line = ({ index, line, kind }: LineProps) => (
  <fieldset class="duties-line">
    <legend>{t('payment.line', { number: index + 1 })}</legend>
    <label>
      <span>{t('payment.what')}</span>
      <select class="field" name={`kind-${index}`}>
        {chargeKinds.map((each) => (
          <option key={each} value={each} selected={each === (line?.kind ?? kind)}>
            {t(`payment.kind.${each}`)}
          </option>
        ))}
      </select>
    </label>
    <label>
      <span>{t('payment.name')}</span>
      <input class="field" name={`name-${index}`} maxLength={80} required autoComplete="off" defaultValue={line?.name ?? ''} />
    </label>
    <label>
      <span>{t('payment.line-amount')}</span>
      <input
        class="field"
        name={`amount-${index}`}
        inputMode="decimal"
        pattern={amountPattern}
        required
        autoComplete="off"
        defaultValue={line ? typedAmount(line.amount) : ''}
      />
    </label>
  </fieldset>
)
