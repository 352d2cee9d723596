import { customsStates } from '@lading/shared/domain/customs-entry'
import { mayActAs } from '@lading/shared/domain/role'
import { useEffect } from 'preact/hooks'
import { followCustoms, loadCustoms, loadMoreCustoms } from '../../data/customs/list.ts'
import { countryName } from '../../format/country.ts'
import { t } from '../../i18n/t.ts'
import { customsFilter, goCustoms, noCustomsFilter } from '../../state/address/customs.ts'
import { customsList, customsLoad, inCustomsOrder } from '../../state/customs.ts'
import { locations } from '../../state/map/locations.ts'
import { session } from '../../state/server/session.ts'
import { Deeds } from '../dialog/deeds.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FilterBar, FilterChoice, FilterSwitches } from '../parts/filter-bar.tsx'
import { CustomsLabel } from './customs-label.tsx'
import { CustomsTable } from './customs-table.tsx'
import { ImportCustomsDialog } from './import-dialog.tsx'
import { OfficeDialog } from './office-dialog.tsx'

/** Declarations of all shipments, those that are held first. */
export const CustomsScreen = () => {
  useEffect(followCustoms, [])
  const { held, others, nextCursor } = customsList.value
  const entries = inCustomsOrder({ held, others })
  return (
    <main class="devices">
      <section class="devices-main" aria-labelledby="customs-title">
        <div class="devices-bar">
          <h2 id="customs-title">{t('customs-list.title')}</h2>
          <p class="devices-count" role="status">
            {customsLoad.value.status === 'ready' &&
              t(nextCursor ? 'customs-list.count-more' : 'customs-list.count', { held: held.length, count: entries.length })}
          </p>
          {session.value && mayActAs(session.value.role, 'operator') && <Deeds deeds={deeds()} />}
          <Filters />
        </div>
        {customsLoad.value.status === 'failed' && (
          <FailureNote what={t('customs-list.failed')} failure={customsLoad.value.failure} onRetry={() => void loadCustoms()} />
        )}
        {entries.length > 0 ? <CustomsTable entries={entries} onMore={nextCursor ? loadMoreCustoms : undefined} /> : <Nothing />}
      </section>
    </main>
  )
}

/** What can be told of customs apart from a shipment. */
const deeds = () => [
  { name: t('customs-office.open'), Dialog: OfficeDialog },
  { name: t('customs-import.open'), Dialog: ImportCustomsDialog },
]

const Filters = () => {
  const { text, states, country } = customsFilter.value
  return (
    <FilterBar
      label={t('customs-list.search')}
      hint={t('customs-list.search-hint')}
      text={text}
      onSearch={(wanted) => goCustoms({ text: wanted })}
    >
      <FilterChoice
        label={t('customs-field.country')}
        every={t('customs-list.every-country')}
        options={countries()}
        value={country}
        onChoose={(code = '') => goCustoms({ country: code })}
      />
      <FilterSwitches
        legend={t('customs-list.column.state')}
        options={customsStates}
        isOn={(state) => states.includes(state)}
        onSwitch={(state, on) => goCustoms({ states: customsStates.filter((one) => (one === state ? on : states.includes(one))) })}
        name={(state) => <CustomsLabel state={state} />}
      />
    </FilterBar>
  )
}

/** Where goods come to, by name. The one that is filtered by is offered whether places are known yet or not. */
const countries = () => {
  const codes = new Set(locations.value.map(({ country }) => country))
  if (customsFilter.value.country) codes.add(customsFilter.value.country)
  return [...codes].map((code): [string, string] => [code, countryName(code)]).sort(([, one], [, other]) => one.localeCompare(other))
}

const Nothing = () => {
  if (customsLoad.value.status === 'failed') return null
  if (customsLoad.value.status === 'loading')
    return (
      <p class="note" role="status">
        {t('customs-list.loading')}
      </p>
    )
  const { text, states, country } = customsFilter.value
  if (text === '' && states.length === 0 && country === '') return <p class="note">{t('customs-list.empty')}</p>
  return (
    <div class="note" role="status">
      <p>{t('customs-list.no-match')}</p>
      <button type="button" class="button" onClick={() => goCustoms(noCustomsFilter)}>
        {t('action.clear-filter')}
      </button>
    </div>
  )
}
