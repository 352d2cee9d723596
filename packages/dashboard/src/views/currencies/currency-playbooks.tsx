import { currencyName } from '../../format/currency.ts'
import { t } from '../../i18n/t.ts'
import { exposure } from '../../state/currencies.ts'
import { Playbooks } from '../alerts/playbooks.tsx'

/** What is to be done about currencies that got dearer; of one that did so no more, what was begun is worked through. */
export const CurrencyPlaybooks = () => {
  const concerned = exposure.value?.items.filter(({ isBeyond, unfinishedPlaybooks = 0 }) => isBeyond || unfinishedPlaybooks > 0) ?? []
  return concerned.map(({ currency, isBeyond }) => (
    <div key={currency} class="currency-playbooks" data-currency={currency}>
      <Playbooks
        about={`/v1/currency-exposure/${currency}`}
        title={t('currencies.playbook', { currency: currencyName(currency) })}
        isShown
        isOver={!isBeyond}
        isRepeated
      />
    </div>
  ))
}
