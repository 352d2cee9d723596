import { mayActAs } from '@lading/shared/domain/role'
import { useEffect } from 'preact/hooks'
import { followCurrencies, loadCurrencies } from '../../data/money/currencies.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { rateList, ratesLoad } from '../../state/currencies.ts'
import { session } from '../../state/server/session.ts'
import { Deeds } from '../dialog/deeds.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { CompareProviders } from '../payments/compare-providers.tsx'
import { noonOf, sayDay } from '../stock/day.ts'
import { CurrencyPlaybooks } from './currency-playbooks.tsx'
import { ExposureTable } from './exposure-table.tsx'
import { ImportRatesDialog } from './import-rates-dialog.tsx'
import { RateChart } from './rate-chart.tsx'
import { RateTable } from './rate-table.tsx'

/** What is open in other currencies and what it has come to cost, and what they are worth. */
export const CurrenciesScreen = () => {
  useEffect(followCurrencies, [])
  return (
    <main class="scroll-screen" id="currencies" tabIndex={-1}>
      <div class="devices-bar">
        <h2>{t('currencies.title')}</h2>
        <Newest />
        {session.value && mayActAs(session.value.role, 'operator') && (
          <Deeds deeds={[{ name: t('currencies.import'), Dialog: ImportRatesDialog }]} />
        )}
      </div>
      {ratesLoad.value.status === 'failed' && (
        <FailureNote what={t('currencies.failed')} failure={ratesLoad.value.failure} onRetry={() => void loadCurrencies()} />
      )}
      {ratesLoad.value.status === 'loading' && (
        <p class="note" role="status">
          {t('currencies.loading')}
        </p>
      )}
      <ExposureTable />
      <CurrencyPlaybooks />
      {rateList.value && (rateList.value.items.length > 0 ? <Rates /> : <p class="note">{t('currencies.none')}</p>)}
      <CompareProviders />
    </main>
  )
}

/** Of which day the newest rates are, and whether they are too old to go by. */
const Newest = () => {
  const { value: list } = rateList
  if (!list?.newest) return null
  const day = sayDay(noonOf(list.newest))
  return (
    <p class={list.isStale ? 'devices-count currencies-stale' : 'devices-count'} role="status">
      {list.isStale && <Icon name="severity-warning" />}
      {t(list.isStale ? 'currencies.stale' : 'currencies.newest', { day })}
    </p>
  )
}

const Rates = () => (
  <div class="currencies-rates">
    <RateTable />
    <RateChart />
  </div>
)
