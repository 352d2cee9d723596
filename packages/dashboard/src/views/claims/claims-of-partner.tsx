import type { Claim } from '@lading/shared/contract/claim'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { claimsAbout } from '../../data/shipment/claims.ts'
import { t } from '../../i18n/t.ts'
import { ClaimLinks } from './claim-links.tsx'

/** What is claimed of a partner, and by it; nothing where there is none. */
export const ClaimsOfPartner = ({ code }: { code: string }) => {
  const claims = useSignal<Claim[]>([])
  useEffect(() => {
    void claimsAbout({ partner: code }).then((result) => {
      if (result.ok) claims.value = result.value
    })
  }, [])
  if (claims.value.length === 0) return null
  return (
    <section class="detail-section">
      <h3>{t('partner-view.claims')}</h3>
      <ClaimLinks claims={claims.value} partner={false} />
    </section>
  )
}
