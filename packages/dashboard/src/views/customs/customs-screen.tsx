import { customsStates } from '@lading/shared/domain/customs-entry'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { followCustoms, loadCustoms, loadMoreCustoms } from '../../data/customs-list.ts'
import { countryName } from '../../format/country.ts'
import { t } from '../../i18n/t.ts'
import { customsList, customsLoad, inCustomsOrder } from '../../state/customs.ts'
import { customsFilter, goCustoms, noCustomsFilter } from '../../state/customs-address.ts'
import { locations } from '../../state/locations.ts'
import { session } from '../../state/session.ts'
import { FailureNote } from '../failure-note.tsx'
import { SearchField } from '../search-field.tsx'
import { CustomsLabel } from './customs-label.tsx'
import { CustomsTable } from './customs-table.tsx'
import { ImportDialog } from './import-dialog.tsx'
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
          {session.value && mayActAs(session.value.role, 'operator') && <Deeds />}
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

const dialogs = { 'customs-office.open': OfficeDialog, 'customs-import.open': ImportDialog } as const

/** What can be told of customs apart from a shipment. */
const Deeds = () => {
  const open = useSignal<keyof typeof dialogs | undefined>(undefined)
  const Open = open.value && dialogs[open.value]
  return (
    <>
      {(['customs-office.open', 'customs-import.open'] as const).map((name) => (
        <button
          key={name}
          type="button"
          class="button"
          onClick={() => {
            open.value = name
          }}
        >
          {t(name)}
        </button>
      ))}
      {Open && (
        <Open
          onClose={() => {
            open.value = undefined
          }}
        />
      )}
    </>
  )
}

const Filters = () => {
  const { text, states, country } = customsFilter.value
  return (
    <search class="device-filters">
      <SearchField
        label={t('customs-list.search')}
        hint={t('customs-list.search-hint')}
        value={text}
        onSearch={(wanted) => goCustoms({ text: wanted })}
      />
      <select
        class="field stock-warehouses"
        aria-label={t('customs-field.country')}
        value={country}
        onChange={({ currentTarget }) => goCustoms({ country: currentTarget.value })}
      >
        <option value="">{t('customs-list.every-country')}</option>
        {countries().map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <fieldset class="health-switches">
        <legend class="unseen">{t('customs-list.column.state')}</legend>
        {customsStates.map((state) => {
          const on = states.includes(state)
          return (
            <button
              key={state}
              type="button"
              class={on ? 'button button-small button-on' : 'button button-small'}
              aria-pressed={on}
              onClick={() => goCustoms({ states: customsStates.filter((one) => (one === state ? !on : states.includes(one))) })}
            >
              <CustomsLabel state={state} />
            </button>
          )
        })}
      </fieldset>
    </search>
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
