import { currencyName } from '../../format/currency.ts'
import { t } from '../../i18n/t.ts'
import { exposure } from '../../state/currencies.ts'
import { Playbooks } from '../alerts/playbooks.tsx'

/** What is to be done about currencies that got dearer; of one that did so no more, what was begun is worked through. */
export const CurrencyPlaybooks = () => {
  const { items = [], left = [] } = exposure.value ?? {}
  const concerned = items.filter(({ isBeyond, unfinishedPlaybooks = 0 }) => isBeyond || unfinishedPlaybooks > 0)
  return [
    ...concerned.map(({ currency, isBeyond }) => <Of key={currency} currency={currency} isOver={!isBeyond} isOpen />),
    ...left.map((currency) => <Of key={currency} currency={currency} isOver isOpen={false} />),
  ]
}

/** `isOpen` where any order in it is. */
const Of = ({ currency, isOver, isOpen }: { currency: string; isOver: boolean; isOpen: boolean }) => (
  <div class="currency-playbooks" data-currency={currency}>
    <Playbooks
      about={`/v1/currency-exposure/${currency}`}
      title={t('currencies.playbook', { currency: currencyName(currency) })}
      isShown
      isOver={isOver}
      isRepeated
    />
    {!isOpen && <p class="currencies-about">{t('currencies.nothing-open')}</p>}
  </div>
)
