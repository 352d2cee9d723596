import type { PartnerOrder } from '@lading/shared/contract/partner-portal'
import { useSignal } from '@preact/signals'
import { confirmOrder } from '../../data/partner/portal.ts'
import { formatDay } from '../../format/day.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { failureText } from '../parts/failure-note.tsx'
import { FieldError, issuesOf } from '../parts/field-error.tsx'

type Props = { order: PartnerOrder; line: PartnerOrder['lines'][number]; onDone: (order: PartnerOrder, text: string) => void }

/** The day on which a line comes: as planned, or another one. */
export const ConfirmForm = ({ order, line: { product, productName, expectedAt, confirmed }, onDone }: Props) => {
  const failure = useSignal<Failure | undefined>(undefined)
  const busy = useSignal(false)
  const id = `day-${order.id}-${product}`
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const day = String(new FormData(event.target as HTMLFormElement).get('day'))
    busy.value = true
    failure.value = undefined
    const result = await confirmOrder(order.id, [{ product, day }])
    busy.value = false
    if (result.ok) onDone(result.value, t('portal.did-confirm', { product: productName, day: formatDay(day) }))
    else failure.value = result.failure
  }
  const issues = issuesOf(failure.value, '/lines')
  return (
    <form class="portal-confirm" onSubmit={(event) => void submit(event)}>
      <label>
        <span>{t('portal.day')}</span>
        <input
          class="field"
          type="date"
          name="day"
          required
          defaultValue={confirmed?.day ?? expectedAt.slice(0, 10)}
          aria-describedby={`${id}-error`}
        />
      </label>
      <button
        type="submit"
        class="button button-primary"
        disabled={busy.value}
        aria-label={t('portal.confirm-of', { product: productName, order: order.number })}
      >
        {t('portal.confirm')}
      </button>
      <FieldError id={`${id}-error`} messages={failure.value && issues.length === 0 ? [failureText(failure.value)] : issues} />
    </form>
  )
}
