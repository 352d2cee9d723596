import { partnerRoles } from '@lading/shared/domain/partner'
import { qualificationStatuses } from '@lading/shared/domain/partner-qualification'
import { mayActAs } from '@lading/shared/domain/role'
import { useEffect } from 'preact/hooks'
import { partners } from '../../data/partner/partners.ts'
import { t } from '../../i18n/t.ts'
import { goPartners, noPartnerFilter, partnerAddress, partnersUrl, partnerViews } from '../../state/address/partners.ts'
import { session } from '../../state/server/session.ts'
import { ClaimDrawer } from '../claims/claim-drawer.tsx'
import { ClaimsBar, ClaimsView } from '../claims/claims-view.tsx'
import { Deeds } from '../dialog/deeds.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FilterBar, FilterChoice } from '../parts/filter-bar.tsx'
import { ScreenLink } from '../parts/screen-link.tsx'
import { ImportPartnersDialog } from './import-dialog.tsx'
import { PartnerDialog } from './partner-dialog.tsx'
import { PartnerDrawer } from './partner-drawer.tsx'
import { PartnerTable } from './partner-table.tsx'
import { ToLookAt } from './to-look-at.tsx'

/** The register, those first whose documents end first, with the partner that is open beside it. */
export const PartnersScreen = () => {
  useEffect(partners.follow, [])
  const { selected, view, claim } = partnerAddress.value
  const { items, nextCursor, total = 0 } = partners.list.value
  const { value: load } = partners.load
  if (view === 'claims')
    return (
      <main class="devices" data-device={claim !== undefined}>
        <section class="devices-main" aria-labelledby="partners-title">
          <div class="devices-bar">
            <h2 id="partners-title" class="unseen">
              {t('partner-view.claims')}
            </h2>
            <Views />
            <ClaimsBar />
          </div>
          <ClaimsView />
        </section>
        {claim && <ClaimDrawer key={claim} id={claim} />}
      </main>
    )
  return (
    <main class="devices" data-device={selected !== undefined}>
      <section class="devices-main" aria-labelledby="partners-title">
        <div class="devices-bar">
          <h2 id="partners-title" class="unseen">
            {t('screen.partners')}
          </h2>
          <Views />
          <p class="devices-count" role="status">
            {load.status === 'ready' && t('partners.count', { count: total })}
          </p>
          {session.value && mayActAs(session.value.role, 'operator') && <Deeds deeds={deeds()} />}
          <Filters />
        </div>
        <ToLookAt />
        {load.status === 'failed' && (
          <FailureNote what={t('partners.failed')} failure={load.failure} onRetry={() => void partners.reload()} />
        )}
        {items.length > 0 ? <PartnerTable partners={items} total={total} onMore={nextCursor ? partners.more : undefined} /> : <Nothing />}
      </section>
      {selected && <PartnerDrawer key={selected} code={selected} />}
    </main>
  )
}

const deeds = () => [
  { name: t('partner-import.open'), Dialog: ImportPartnersDialog },
  { name: t('partners.add'), Dialog: PartnerDialog, isFirst: true },
]

const Views = () => (
  <nav class="device-views" aria-label={t('partner-view.nav')}>
    {partnerViews.map((view) => (
      <ScreenLink key={view} href={partnersUrl({ view })} current={partnerAddress.value.view === view} onGo={() => goPartners({ view })}>
        {t(`partner-view.${view}`)}
      </ScreenLink>
    ))}
  </nav>
)

const Filters = () => {
  const { text, role, status } = partnerAddress.value
  return (
    <FilterBar
      label={t('partners.search')}
      hint={t('partners.search-hint')}
      text={text}
      onSearch={(wanted) => goPartners({ text: wanted })}
      onClear={text !== '' || role || status ? () => goPartners(noPartnerFilter) : undefined}
    >
      <FilterChoice
        label={t('partner-column.roles')}
        every={t('partners.every-role')}
        options={partnerRoles.map((one) => [one, t(`party.${one}`)] as const)}
        value={role}
        onChoose={(wanted) => goPartners({ role: wanted })}
      />
      <FilterChoice
        label={t('partner-column.status')}
        every={t('partners.every-status')}
        options={qualificationStatuses.map((one) => [one, t(`partner-status.${one}`)] as const)}
        value={status}
        onChoose={(wanted) => goPartners({ status: wanted })}
      />
    </FilterBar>
  )
}

const Nothing = () => {
  const { value: load } = partners.load
  if (load.status === 'failed') return null
  const isEmpty = load.status === 'ready' && partners.query.value === ''
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
