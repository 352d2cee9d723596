import type { CurrencyExposure } from '@lading/shared/contract/exchange-rate'
import { useSignal } from '@preact/signals'
import { snoozeCurrency, wakeCurrency } from '../../data/money/currencies.ts'
import { currencyName } from '../../format/currency.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { mayAct } from '../../state/people.ts'
import type { Failure } from '../../state/server/failure.ts'
import { failureText } from '../parts/failure-note.tsx'
import { Time } from '../parts/time.tsx'

const dayMs = 86_400_000
/** Rates come once a working day: less than a week is no time. */
const asideDays = 7

/** Sets a currency that got dearer aside for a week, or brings it back. */
export const CurrencySnooze = ({ item: { currency, isBeyond, snoozedUntil } }: { item: CurrencyExposure }) => {
  const failure = useSignal<Failure | undefined>(undefined)
  const isAside = snoozedUntil && Date.parse(snoozedUntil) > nowMs.value
  if (!isBeyond || !(mayAct.value || isAside)) return null
  const act = async () => {
    const until = new Date(nowMs.peek() + asideDays * dayMs).toISOString()
    const result = await (isAside ? wakeCurrency(currency) : snoozeCurrency(currency, until))
    failure.value = result.ok ? undefined : result.failure
  }
  return (
    <small class="exposure-aside">
      {isAside && (
        <span>
          {t('currencies.aside-until')} <Time at={snoozedUntil} />
        </span>
      )}
      {mayAct.value && (
        <button type="button" class="button button-small" onClick={() => void act()}>
          {t(isAside ? 'currencies.wake' : 'currencies.snooze', { currency: currencyName(currency) })}
        </button>
      )}
      {failure.value && <span role="alert">{failureText(failure.value)}</span>}
    </small>
  )
}
