import type { Claim } from '@lading/shared/contract/claim'
import { type ClaimState, claimStates } from '@lading/shared/domain/claim'
import { useEffect } from 'preact/hooks'
import { followClaims, loadClaims } from '../../data/shipment/claims.ts'
import { t } from '../../i18n/t.ts'
import { claimFilters, goPartners, partnerAddress, partnersUrl } from '../../state/address/partners.ts'
import { claimColumns, claims, claimsLoad } from '../../state/claims.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { FilterChoice } from '../parts/filter-bar.tsx'
import { ScreenLink } from '../parts/screen-link.tsx'
import { amountOf, Due } from './say.tsx'

const isState = (filter: string): filter is ClaimState => (claimStates as readonly string[]).includes(filter)

const others = claimFilters.filter((filter) => filter !== 'open')

/** What is claimed of partners, and by them: which and how far. */
export const ClaimsBar = () => {
  const { claims: filter } = partnerAddress.value
  const { items, more } = claims.value
  return (
    <>
      <p class="devices-count" role="status">
        {claimsLoad.value.status === 'ready' && t(more ? 'claims.count-more' : 'claims.count', { count: items.length })}
      </p>
      <FilterChoice
        label={t('claims.filter')}
        every={t('claims.filter-open')}
        options={others.map((one) => [one, isState(one) ? t(`claim-state.${one}`) : t(`claims.filter-${one}`)] as const)}
        value={filter === 'open' ? undefined : filter}
        onChoose={(wanted) => goPartners({ claims: wanted ?? 'open' })}
      />
    </>
  )
}

/** The claims that the filter lets through, the last opened first. */
export const ClaimsView = () => {
  useEffect(followClaims, [])
  const { items } = claims.value
  const { value: load } = claimsLoad
  if (load.status === 'failed') return <FailureNote what={t('claims.failed')} failure={load.failure} onRetry={() => void loadClaims()} />
  if (items.length === 0)
    return (
      <p class="note" role="status">
        {t(load.status === 'loading' ? 'stock.reading' : partnerAddress.value.claims === 'all' ? 'claims.empty' : 'stock.no-match')}
      </p>
    )
  return (
    <div class="stock-table">
      <table aria-label={t('partner-view.claims')}>
        <thead>
          <tr>
            {claimColumns.map((column) => (
              <th key={column} scope="col" class={`claim-col-${column}`}>
                {t(`claim-column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((claim) => (
            <Row key={claim.id} claim={claim} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Row = ({ claim }: { claim: Claim }) => {
  const open = () => goPartners({ view: 'claims', claim: claim.id })
  const isOpen = partnerAddress.value.claim === claim.id
  return (
    // The link in it has the keys; the rest of the row is a larger target for pointers.
    <tr class={isOpen ? 'stock-row claim-row row-selected' : 'stock-row claim-row'} onClick={open}>
      <th scope="row" class="claim-col-number">
        <ScreenLink href={partnersUrl({ view: 'claims', claim: claim.id })} class="row-open" current={isOpen} onGo={open}>
          {claim.number}
        </ScreenLink>
      </th>
      <td class="claim-col-partner">{claim.partner.name}</td>
      <td class="claim-col-kind">{t(`claim-kind.${claim.kind}`)}</td>
      <td class="claim-col-state">{t(`claim-state.${claim.state}`)}</td>
      <td class="claim-col-amount">{amountOf(claim)}</td>
      <td class="claim-col-due">
        <Due claim={claim} />
      </td>
    </tr>
  )
}
