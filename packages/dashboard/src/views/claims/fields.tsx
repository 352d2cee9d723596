import { t } from '../../i18n/t.ts'
import { FieldError } from '../parts/field-error.tsx'

/** An amount in major units, to as many digits as the currency has. */
export const AmountField = ({ label, digits, messages }: { label: string; digits: number; messages: string[] }) => (
  <label>
    <span>{label}</span>
    <input
      class="field quantity"
      name="amount"
      type="number"
      inputMode="decimal"
      min={1 / 10 ** digits}
      max={1_000_000_000}
      step={1 / 10 ** digits}
      required
      aria-invalid={messages.length > 0}
      aria-describedby="claim-amount-error"
    />
    <FieldError id="claim-amount-error" messages={messages} />
  </label>
)

type ReasonProps = { label?: string; required?: boolean; messages: string[] }

export const ReasonField = ({ label = t('claim-field.reason'), required = false, messages }: ReasonProps) => (
  <label>
    <span>{label}</span>
    <textarea
      class="field"
      name="reason"
      rows={3}
      maxLength={2000}
      required={required}
      aria-invalid={messages.length > 0}
      aria-describedby="claim-reason-error"
    />
    <FieldError id="claim-reason-error" messages={messages} />
  </label>
)

/** Until when the next move is due, where another day than the usual one was agreed on. */
export const DueField = ({ days, messages }: { days: number; messages: string[] }) => (
  <label>
    <span>{t('claim-field.due')}</span>
    <input class="field" name="due" type="date" aria-invalid={messages.length > 0} aria-describedby="claim-due-rule claim-due-error" />
    <small id="claim-due-rule">{t('claims.usual-days', { days })}</small>
    <FieldError id="claim-due-error" messages={messages} />
  </label>
)

/** The end of the day that was entered, where one was, in the reader's own time. */
export const dueBy = (form: FormData) => {
  const day = String(form.get('due') ?? '')
  return day === '' ? undefined : new Date(`${day}T23:59:59`).toISOString()
}
