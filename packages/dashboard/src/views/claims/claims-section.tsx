import type { Claim } from '@lading/shared/contract/claim'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { claimsAbout } from '../../data/shipment/claims.ts'
import { t } from '../../i18n/t.ts'
import { mayAct } from '../../state/people.ts'
import type { Failure } from '../../state/server/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { ClaimLinks } from './claim-links.tsx'
import { type ClaimSubject, OpenDialog } from './open-dialog.tsx'

/** What is claimed about a shipment or an order, and how far that is; opening another one. */
export const ClaimsSection = ({ about }: { about: ClaimSubject }) => {
  const claims = useSignal<Claim[] | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const isOpening = useSignal(false)
  const load = async () => {
    const result = await claimsAbout(about.subject)
    if (result.ok) claims.value = result.value
    failure.value = result.ok ? undefined : result.failure
  }
  useEffect(() => void load(), [])
  return (
    <section class="detail-section claims-section" aria-labelledby="claims-heading">
      <h3 id="claims-heading">{t('partner-view.claims')}</h3>
      {failure.value && <FailureNote what={t('claims.failed')} failure={failure.value} onRetry={() => void load()} />}
      {claims.value?.length === 0 && <p class="section-note">{t('claims.none-here')}</p>}
      {claims.value && <ClaimLinks claims={claims.value} />}
      {mayAct.value && (
        <div class="customs-actions">
          <button
            type="button"
            class="button claims-open"
            onClick={() => {
              isOpening.value = true
            }}
          >
            {t('claims.open')}
          </button>
        </div>
      )}
      {isOpening.value && (
        <OpenDialog
          about={about}
          onDone={() => void load()}
          onClose={() => {
            isOpening.value = false
          }}
        />
      )}
    </section>
  )
}
