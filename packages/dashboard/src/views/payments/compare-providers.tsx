import type { OfferComparison, PaymentOffer } from '@lading/shared/contract/payment'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { compareOffers, loadOffers } from '../../data/money/payments.ts'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { paymentOffers } from '../../state/payment-offers.ts'
import type { Failure } from '../../state/server/failure.ts'
import { session } from '../../state/server/session.ts'
import { refusal } from '../parts/refusal.ts'
import { noonOf, sayDay } from '../stock/day.ts'
import { amountPattern, minorUnitsOf } from './minor-units.ts'
import { OfferDialog } from './offer-dialog.tsx'
import { OfferTable } from './offer-table.tsx'

/** What taking a payment costs with each provider, by their offers and our reference rates. */
export const CompareProviders = () => {
  const asked = useSignal({ amount: '100', from: 'USD', to: 'EUR' })
  const comparison = useSignal<OfferComparison | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const wrong = useSignal('')
  const edited = useSignal<PaymentOffer | 'new' | undefined>(undefined)
  useEffect(() => void loadOffers(), [])
  const { value: offers } = paymentOffers
  useEffect(() => {
    if (!offers || offers.length === 0) return
    const { amount, from, to } = asked.value
    const minorUnits = minorUnitsOf(amount, from)
    wrong.value = minorUnits ? '' : t('payment.not-an-amount', { currency: from })
    if (!minorUnits) return
    const controller = new AbortController()
    void compareOffers({ minorUnits, from, to }, controller.signal).then((result) => {
      if (controller.signal.aborted) return
      failure.value = result.ok ? undefined : result.failure
      if (result.ok) comparison.value = result.value
    })
    return () => controller.abort()
  }, [offers, asked.value])
  const isAdmin = session.value !== undefined && mayActAs(session.value.role, 'admin')
  if (!offers) return null
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const text = (name: string) => String(form.get(name)).trim()
    asked.value = { amount: text('amount'), from: text('from').toUpperCase(), to: text('to').toUpperCase() }
  }
  return (
    <section class="currencies-section" aria-labelledby="providers-title">
      <h3 id="providers-title">{t('offers.title')}</h3>
      <p class="currencies-about">{t('offers.about')}</p>
      {offers.length > 0 && (
        <form class="offers-asked" onSubmit={submit} aria-labelledby="providers-title">
          <Asked name="amount" label={t('offers.amount')} value={asked.peek().amount} pattern={amountPattern} />
          <Asked name="from" label={t('offers.from')} value={asked.peek().from} pattern="[A-Za-z]{3}" />
          <Asked name="to" label={t('offers.to')} value={asked.peek().to} pattern="[A-Za-z]{3}" />
          <button type="submit" class="button button-primary">
            {t('offers.compare')}
          </button>
        </form>
      )}
      <p class="dialog-error" role="alert">
        {failure.value ? refusal(failure.value, []) : wrong.value}
      </p>
      {offers.length === 0 && <p class="note">{t('offers.none')}</p>}
      {comparison.value && offers.length > 0 && (
        <>
          <Reference comparison={comparison.value} />
          <OfferTable
            comparison={comparison.value}
            onEdit={
              isAdmin
                ? (offer) => {
                    edited.value = offer
                  }
                : undefined
            }
          />
        </>
      )}
      {isAdmin && (
        <button
          type="button"
          class="button"
          onClick={() => {
            edited.value = 'new'
          }}
        >
          {t('offers.add')}
        </button>
      )}
      {edited.value && (
        <OfferDialog
          offer={edited.value === 'new' ? undefined : edited.value}
          onClose={() => {
            edited.value = undefined
          }}
        />
      )}
    </section>
  )
}

const Asked = ({ name, label, value, pattern }: { name: string; label: string; value: string; pattern: string }) => (
  <label>
    <span>{label}</span>
    <input class="field" name={name} pattern={pattern} required autoComplete="off" spellcheck={false} defaultValue={value} />
  </label>
)

const Reference = ({ comparison: { paid, currency, reference } }: { comparison: OfferComparison }) => (
  <p class="currencies-about">
    {formatMoney(paid)}
    {paid.currency !== currency && reference.date && (
      <>
        {' · '}
        {t('offers.reference', {
          ...{ from: paid.currency, to: currency, rate: reference.rate },
          ...{ day: sayDay(noonOf(reference.date)), source: reference.source ?? '' },
        })}
        {reference.isStale && <strong> {t('currencies.is-stale')}</strong>}
      </>
    )}
  </p>
)
