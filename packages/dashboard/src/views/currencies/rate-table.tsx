import { currencyName, formatRate } from '../../format/currency.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { currenciesUrl, goCurrencies } from '../../state/address/currencies.ts'
import { rateList, shownCurrency } from '../../state/currencies.ts'
import { ScreenLink } from '../parts/screen-link.tsx'
import { StackedTable } from '../parts/stacked-table.tsx'
import { noonOf, sayDay } from '../stock/day.ts'

const columns = ['currency', 'rate', 'date', 'source'] as const

/** What one unit of the own currency is in all others, each of which can be looked at closely. */
export const RateTable = () => {
  const { value: list } = rateList
  if (!list) return null
  return (
    <section class="currencies-section" aria-labelledby="rates-title">
      <h3 id="rates-title">{t('currencies.rates', { currency: currencyName(list.base) })}</h3>
      <div class="currencies-table" tabIndex={-1}>
        <StackedTable aria-labelledby="rates-title">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" class={`rate-${column}`}>
                  {t(`currencies.rate-column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.items.map(({ currency, rate, date, source, isStale }) => (
              <tr key={currency} class={currency === shownCurrency.value ? 'rate-shown' : undefined}>
                <th scope="row" class="rate-currency">
                  <ScreenLink href={currenciesUrl(currency)} current={currency === shownCurrency.value} onGo={() => goCurrencies(currency)}>
                    <span class="exposure-code">{currency}</span> {currencyName(currency)}
                  </ScreenLink>
                </th>
                <td class="rate-rate">{formatRate(Number(rate))}</td>
                <td class={isStale ? 'rate-date currencies-stale' : 'rate-date'}>
                  {isStale && <Icon name="severity-warning" />}
                  {sayDay(noonOf(date))}
                  {isStale && <span class="unseen"> {t('currencies.is-stale')}</span>}
                </td>
                <td class="rate-source">{source}</td>
              </tr>
            ))}
          </tbody>
        </StackedTable>
      </div>
    </section>
  )
}
