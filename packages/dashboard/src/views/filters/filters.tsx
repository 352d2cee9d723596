import { alertKinds } from '@lading/shared/domain/alert'
import { modes } from '@lading/shared/domain/mode'
import { shipmentStates } from '@lading/shared/domain/shipment-state'
import { t } from '../../i18n/t.ts'
import { filter, goFilter } from '../../state/address/live-map.ts'
import { searching } from '../../state/shipment/list-load.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { ViewsMenu } from '../saved-views/views-menu.tsx'
import { Checks, Choice } from './choice.tsx'
import { More } from './more.tsx'
import { Risks } from './risks.tsx'

/** Search and filters; all of them are in the address bar, and can be kept under a name. */
export const Filters = () => (
  <search class="filters">
    <div class="filter-top">
      <SearchField
        label={t('list.search')}
        hint={t('list.search-hint')}
        value={filter.value.text}
        onSearch={(wanted) => goFilter({ text: wanted })}
      >
        {searching.value && <span class="search-busy">{t('list.searching')}</span>}
      </SearchField>
      <ViewsMenu />
    </div>
    <div class="filter-row">
      <Choice
        label={t('filter.state')}
        options={shipmentStates.map((value) => ({ value, text: t(`state.${value}`) }))}
        chosen={filter.value.states}
        onChoose={(states) => goFilter({ states })}
      />
      <Choice
        label={t('filter.mode')}
        options={modes.map((value) => ({ value, text: t(`mode.${value}`) }))}
        chosen={filter.value.modes}
        onChoose={(chosen) => goFilter({ modes: chosen })}
      />
      <Risks />
      <Alerts />
      <More />
    </div>
  </search>
)

const Alerts = () => {
  const { alert, kinds } = filter.value
  const [only] = kinds
  const named =
    kinds.length === 1 && only
      ? t(`alert.${only}`)
      : kinds.length > 1
        ? t('filter.several', { name: t('filter.alerts'), count: kinds.length })
        : ''
  return (
    <Disclosure isOn={alert || kinds.length > 0} summary={named || t(alert ? 'filter.alert' : 'filter.alerts')}>
      {() => (
        <>
          <label class="check">
            <input type="checkbox" checked={alert} onChange={({ currentTarget }) => goFilter({ alert: currentTarget.checked })} />
            <span>{t('filter.alert')}</span>
          </label>
          <hr />
          <Checks
            label={t('filter.alerts')}
            options={alertKinds.map((value) => ({ value, text: t(`alert.${value}`) }))}
            chosen={kinds}
            onChoose={(chosen) => goFilter({ kinds: chosen })}
          />
        </>
      )}
    </Disclosure>
  )
}
