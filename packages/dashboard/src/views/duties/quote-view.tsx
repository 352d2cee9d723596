import type { LandedCostComparison, LandedCostQuote, LandedCostRequest } from '@lading/shared/contract/landed-cost'
import { incoterms } from '@lading/shared/domain/incoterm'
import { modes } from '@lading/shared/domain/mode'
import { mayActAs } from '@lading/shared/domain/role'
import { readAmount } from '@lading/shared/money/read-amount'
import { signal, useSignal } from '@preact/signals'
import { askLandedCost, compareLandedCost } from '../../data/customs/duties.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { session } from '../../state/server/session.ts'
import { refusal } from '../parts/refusal.ts'
import { CountryField } from './country-field.tsx'
import { QuoteResult } from './quote-result.tsx'
import { VarianceResult } from './variance.tsx'

/** The last answer, which is still there when one comes back from the rules. */
const quote = signal<LandedCostQuote | undefined>(undefined)
/** How the goods of that quote turned out. */
const comparison = signal<LandedCostComparison | undefined>(undefined)

/** Tries a quote, and explains every part of it. */
export const QuoteView = () => {
  const [busy, failure, count] = [useSignal(false), useSignal<Failure | undefined>(undefined), useSignal(1)]
  const tooFine = useSignal('')
  if (session.value && !mayActAs(session.value.role, 'operator')) return <p class="note">{t('duties.operators-only')}</p>
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    failure.value = undefined
    tooFine.value = amountsOf(form).find((text) => text !== '' && readAmount(text, String(form.get('priced'))) === undefined) ?? ''
    if (tooFine.value) return
    busy.value = true
    const request = requestOf(form, count.value)
    const compares = (event.submitter as HTMLButtonElement | null)?.name === 'compare' && quote.value
    const { day, lines, freight, insurance } = request
    const result = compares
      ? await compareLandedCost(compares.id, { lines, ...(day && { day }), ...(freight && { freight }), ...(insurance && { insurance }) })
      : await askLandedCost(request)
    busy.value = false
    if (!result.ok) failure.value = result.failure
    else if ('variance' in result.value) comparison.value = result.value
    else {
      quote.value = result.value
      comparison.value = undefined
    }
  }
  return (
    <div class="duties-quote">
      <form class="duties-form" onSubmit={(event) => void submit(event)} aria-label={t('duties-view.quote')}>
        <div class="duties-fields">
          <CountryField name="from" label={t('duties.from')} value="CN" />
          <CountryField name="destination" label={t('duties.destination')} value="DE" />
          <label>
            <span>{t('duties.incoterm')}</span>
            <select class="field" name="incoterm">
              {incoterms.map((term) => (
                <option key={term} value={term} selected={term === 'DAP'}>
                  {term}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{t('duties.mode')}</span>
            <select class="field" name="mode">
              {modes.map((mode) => (
                <option key={mode} value={mode}>
                  {t(`mode.${mode}`)}
                </option>
              ))}
            </select>
          </label>
          <Text name="currency" label={t('duties.currency')} value="EUR" pattern="[A-Z]{3}" />
          <Text name="priced" label={t('duties.priced')} value="EUR" pattern="[A-Z]{3}" />
          <Text name="freight" label={t('duties.freight')} value="200" pattern={amount} />
          <Text name="insurance" label={t('duties.insurance')} value="10" pattern={amount} />
          <label>
            <span>{t('duties.day')}</span>
            <input class="field" name="day" type="date" />
          </label>
        </div>
        {Array.from({ length: count.value }, (_, index) => (
          <fieldset class="duties-goods" key={index}>
            <legend>{t('duties.goods', { number: index + 1 })}</legend>
            <div class="duties-fields">
              <Text name={`hs-${index}`} label={t('duties.hs')} value={index === 0 ? '640411' : ''} pattern="\d{6}(\d{2}){0,2}" />
              <CountryField name={`origin-${index}`} label={t('duties.origin')} value="CN" />
              <Text name={`quantity-${index}`} label={t('duties.quantity')} value="1" pattern="[1-9]\d{0,6}" />
              <Text name={`value-${index}`} label={t('duties.value')} value={index === 0 ? '1000' : ''} pattern={amount} />
              <Text name={`weight-${index}`} label={t('duties.weight')} value="" pattern="\d{1,9}(\.\d{1,3})?" optional />
              <label class="duties-check">
                <input type="checkbox" name={`proven-${index}`} /> {t('duties.proven')}
              </label>
            </div>
          </fieldset>
        ))}
        <div class="duties-deeds">
          <button type="button" class="button" disabled={count.value >= 20} onClick={() => count.value++}>
            {t('duties.add-goods')}
          </button>
          {count.value > 1 && (
            <button type="button" class="button" onClick={() => count.value--}>
              {t('duties.remove-goods')}
            </button>
          )}
          <button type="submit" class="button button-primary" disabled={busy.value}>
            {t('duties.ask')}
          </button>
          {quote.value && (
            <button type="submit" class="button" name="compare" disabled={busy.value} aria-describedby="duties-compare-about">
              {t('duties.compare')}
            </button>
          )}
        </div>
        {quote.value && (
          <p id="duties-compare-about" class="duties-source">
            {t('duties.compare-about')}
          </p>
        )}
        <p class="dialog-error" role="alert">
          {tooFine.value ? t('duties.too-fine', { amount: tooFine.value }) : failure.value && refusal(failure.value, [])}
        </p>
      </form>
      {quote.value ? (
        <div>
          {comparison.value && <VarianceResult variance={comparison.value.variance} />}
          <QuoteResult quote={quote.value} />
        </div>
      ) : (
        <p class="note">{t('duties.intro')}</p>
      )}
    </div>
  )
}

const amount = '\\d{1,9}(\\.\\d{1,4})?'

type TextProps = { name: string; label: string; value: string; pattern: string; optional?: boolean }

const Text = ({ name, label, value, pattern, optional = false }: TextProps) => (
  <label>
    <span>{label}</span>
    <input
      class="field"
      name={name}
      defaultValue={value}
      pattern={pattern}
      required={!optional}
      autoComplete="off"
      spellcheck={false}
      inputMode={pattern.startsWith('[A-Z]') ? 'text' : 'decimal'}
    />
  </label>
)

const amountsOf = (form: FormData) =>
  [...form].flatMap(([name, value]) => (/^(freight|insurance|value-\d+)$/.test(name) ? [String(value).trim()] : []))

/** What the fields say; the browser has checked their form. */
const requestOf = (form: FormData, count: number): LandedCostRequest => {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const priced = text('priced')
  const money = (name: string) => ({ minorUnits: readAmount(text(name), priced) ?? 0, currency: priced })
  return {
    ...{ from: text('from'), destination: text('destination'), currency: text('currency') },
    incoterm: text('incoterm') as LandedCostRequest['incoterm'],
    mode: text('mode') as (typeof modes)[number],
    ...(text('day') && { day: text('day') }),
    lines: Array.from({ length: count }, (_, index) => ({
      ...{ hsCode: text(`hs-${index}`), origin: text(`origin-${index}`), quantity: Number(text(`quantity-${index}`)) },
      value: money(`value-${index}`),
      ...(text(`weight-${index}`) && { weightKg: text(`weight-${index}`) }),
      originProven: form.get(`proven-${index}`) !== null,
    })),
    ...{ freight: money('freight'), insurance: money('insurance') },
  }
}
