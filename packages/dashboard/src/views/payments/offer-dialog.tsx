import type { PaymentOffer } from '@lading/shared/contract/payment'
import { putOffer, removeOffer } from '../../data/money/payments.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { FieldError } from '../parts/field-error.tsx'
import { amountPattern, minorUnitsOf, typedAmount } from './minor-units.ts'

const fields = ['/name', '/percent', '/fixed', '/marginPercent', '/settlementDays', '/currencies', '/source', '/asOf', '/params/code']

/** What a provider asks for, entered or changed; or taken out. */
export const OfferDialog = ({ offer, onClose }: { offer: PaymentOffer | undefined; onClose: () => void }) => {
  const send = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const code = offer?.code ?? text('code')
    if (form.get('remove') !== null && offer) return removeOffer(code)
    const currency = text('currency').toUpperCase()
    const minorUnits = minorUnitsOf(text('fixed'), currency)
    if (minorUnits === undefined) return t('payment.not-an-amount', { currency })
    return putOffer(code, {
      ...{ name: text('name'), percent: text('percent'), fixed: { minorUnits, currency }, marginPercent: text('margin') },
      settlementDays: Number(text('days')),
      currencies: text('currencies')
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
      ...{ source: text('source'), asOf: text('as-of'), isExample: offer?.isExample ?? false },
    })
  }
  return (
    <DeedDialog title={t(offer ? 'offers.change' : 'offers.add')} deed={t('offers.keep')} fields={fields} send={send} onClose={onClose}>
      {(error) => {
        const field = (name: string, label: string, path: string, value: string, more: object = {}) => (
          <label>
            <span>{label}</span>
            <input
              class="field"
              name={name}
              required
              autoComplete="off"
              defaultValue={value}
              aria-invalid={error(path).length > 0}
              aria-describedby={`offer-${name}-error`}
              {...more}
            />
            <FieldError id={`offer-${name}-error`} messages={error(path)} />
          </label>
        )
        const percent = { inputMode: 'decimal', pattern: '\\d{1,2}(\\.\\d{1,4})?' }
        return (
          <>
            {!offer && field('code', t('offers.code'), '/params/code', '', { pattern: '[a-z0-9][a-z0-9\\-]{0,39}' })}
            {field('name', t('offers.name'), '/name', offer?.name ?? '', { maxLength: 80 })}
            {field('percent', t('offers.percent-of'), '/percent', offer?.percent ?? '0', percent)}
            {field('fixed', t('offers.fixed-fee'), '/fixed', offer ? typedAmount(offer.fixed) : '0', {
              ...{ inputMode: 'decimal', pattern: amountPattern },
            })}
            {field('currency', t('offers.fee-currency'), '/fixed/currency', offer?.fixed.currency ?? 'EUR', { pattern: '[A-Za-z]{3}' })}
            {field('margin', t('offers.margin'), '/marginPercent', offer?.marginPercent ?? '0', percent)}
            {field('days', t('offers.settlement'), '/settlementDays', String(offer?.settlementDays ?? 1), {
              type: 'number',
              min: 0,
              max: 365,
            })}
            {field('currencies', t('offers.currencies'), '/currencies', offer?.currencies.join(', ') ?? '', { required: false })}
            {field('source', t('offers.source-field'), '/source', offer?.source ?? '', { maxLength: 200 })}
            {field('as-of', t('offers.as-of'), '/asOf', offer?.asOf ?? '', { type: 'date' })}
            {offer && (
              <label class="duties-check">
                <input type="checkbox" name="remove" /> {t('offers.remove')}
              </label>
            )}
          </>
        )
      }}
    </DeedDialog>
  )
}
