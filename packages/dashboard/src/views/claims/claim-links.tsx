import type { Claim } from '@lading/shared/contract/claim'
import { t } from '../../i18n/t.ts'
import { goPartners, partnersUrl } from '../../state/address/partners.ts'
import { ScreenLink } from '../parts/screen-link.tsx'
import { amountOf, Due } from './say.tsx'

/** Claims in short, each with the way to it; of a partner its name goes without saying. */
export const ClaimLinks = ({ claims, partner = true }: { claims: Claim[]; partner?: boolean }) => (
  <ul class="claims-here">
    {claims.map((claim) => (
      <li key={claim.id}>
        <ScreenLink href={partnersUrl({ view: 'claims', claim: claim.id })} onGo={() => goPartners({ view: 'claims', claim: claim.id })}>
          {claim.number}
        </ScreenLink>
        <span>
          {t(`claim-kind.${claim.kind}`)} · {t(`claim-state.${claim.state}`)}
          {partner && <> · {claim.partner.name}</>}
          {claim.claimed && <> · {amountOf(claim)}</>}
        </span>
        {claim.dueAt && <Due claim={claim} />}
      </li>
    ))}
  </ul>
)
