import { partnerRoles } from '@lading/shared/domain/partner'
import { qualificationStatuses } from '@lading/shared/domain/partner-qualification'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { followPartners, loadPartners } from '../../data/partners.ts'
import { t } from '../../i18n/t.ts'
import { goPartners, noPartnerFilter, partnerAddress } from '../../state/partner-address.ts'
import { partners, partnersLoad, shownPartners } from '../../state/partners.ts'
import { session } from '../../state/session.ts'
import { FailureNote } from '../failure-note.tsx'
import { SearchField } from '../search-field.tsx'
import { PartnerDialog } from './partner-dialog.tsx'
import { PartnerDrawer } from './partner-drawer.tsx'
import { PartnerTable } from './partner-table.tsx'

/** The register, those first whose documents end first, with the partner that is open beside it. */
export const PartnersScreen = () => {
  useEffect(followPartners, [])
  const isAdding = useSignal(false)
  const { selected } = partnerAddress.value
  const { value: shown } = shownPartners
  const { value: load } = partnersLoad
  return (
    <main class="devices" data-device={selected !== undefined}>
      <section class="devices-main" aria-labelledby="partners-title">
        <div class="devices-bar">
          <h2 id="partners-title">{t('screen.partners')}</h2>
          <p class="devices-count" role="status">
            {load.status === 'ready' && t('partners.count', { count: shown.length })}
          </p>
          {session.value && mayActAs(session.value.role, 'operator') && (
            <button
              type="button"
              class="button button-primary"
              onClick={() => {
                isAdding.value = true
              }}
            >
              {t('partners.add')}
            </button>
          )}
          <Filters />
        </div>
        {load.status === 'failed' && <FailureNote what={t('partners.failed')} failure={load.failure} onRetry={() => void loadPartners()} />}
        {shown.length > 0 ? <PartnerTable partners={shown} /> : <Nothing />}
        {isAdding.value && (
          <PartnerDialog
            partner={undefined}
            onClose={() => {
              isAdding.value = false
            }}
          />
        )}
      </section>
      {selected && <PartnerDrawer key={selected} code={selected} />}
    </main>
  )
}

const Filters = () => {
  const { text, role, status } = partnerAddress.value
  return (
    <search class="device-filters">
      <SearchField
        label={t('partners.search')}
        hint={t('partners.search-hint')}
        value={text}
        onSearch={(wanted) => goPartners({ text: wanted })}
      />
      <select
        class="field stock-warehouses"
        aria-label={t('partner-column.roles')}
        value={role ?? ''}
        onChange={({ currentTarget }) => goPartners({ role: partnerRoles.find((one) => one === currentTarget.value) })}
      >
        <option value="">{t('partners.every-role')}</option>
        {partnerRoles.map((one) => (
          <option key={one} value={one}>
            {t(`party.${one}`)}
          </option>
        ))}
      </select>
      <select
        class="field stock-warehouses"
        aria-label={t('partner-column.status')}
        value={status ?? ''}
        onChange={({ currentTarget }) => goPartners({ status: qualificationStatuses.find((one) => one === currentTarget.value) })}
      >
        <option value="">{t('partners.every-status')}</option>
        {qualificationStatuses.map((one) => (
          <option key={one} value={one}>
            {t(`partner-status.${one}`)}
          </option>
        ))}
      </select>
    </search>
  )
}

const Nothing = () => {
  const { value: load } = partnersLoad
  if (load.status === 'failed') return null
  const isEmpty = load.status === 'ready' && partners.value.length === 0
  return (
    <div class="note" role="status">
      <p>{t(load.status === 'loading' ? 'stock.reading' : isEmpty ? 'partners.empty' : 'stock.no-match')}</p>
      {load.status === 'ready' && !isEmpty && (
        <button type="button" class="button" onClick={() => goPartners(noPartnerFilter)}>
          {t('action.clear-filter')}
        </button>
      )}
    </div>
  )
}
