import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { createTrackingLink } from '../../data/shipment/tracking-link.ts'
import { formatDay, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { Failure } from '../../state/server/failure.ts'
import { session } from '../../state/server/session.ts'
import { failureText } from '../parts/failure-note.tsx'

type Outcome =
  | { kind: 'copied'; expiresAt: string }
  | { kind: 'shown'; url: string; expiresAt: string }
  | { kind: 'failed'; failure: Failure }

// A browser may refuse, for example where the page is not served over https.
const copy = async (text: string) => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Makes a link for the recipient and puts it where it can be pasted. Viewers only look, so they have no such button. */
export const TrackingLinkButton = ({ shipmentId }: { shipmentId: string }) => {
  const busy = useSignal(false)
  const outcome = useSignal<Outcome | undefined>(undefined)
  if (!session.value || !mayActAs(session.value.role, 'operator')) return null

  const create = async () => {
    busy.value = true
    const result = await createTrackingLink(shipmentId)
    busy.value = false
    if (!result.ok) {
      outcome.value = { kind: 'failed', failure: result.failure }
      return
    }
    const { url, expiresAt } = result.value
    outcome.value = (await copy(url)) ? { kind: 'copied', expiresAt } : { kind: 'shown', url, expiresAt }
  }
  return (
    <>
      <button type="button" class="button button-primary" disabled={busy.value} onClick={() => void create()}>
        <Icon name={outcome.value?.kind === 'copied' ? 'check' : 'link'} />
        {t(busy.value ? 'link.creating' : 'link.create')}
      </button>
      <div class="link-outcome" role="status">
        {outcome.value && <Said outcome={outcome.value} />}
      </div>
    </>
  )
}

const Said = ({ outcome }: { outcome: Outcome }) => {
  if (outcome.kind === 'failed') return <p>{failureText(outcome.failure)}</p>
  const date = formatDay(Date.parse(outcome.expiresAt), viewerZone)
  if (outcome.kind === 'copied') return <p>{t('link.copied', { date })}</p>
  return (
    <>
      <p>{t('link.shown', { date })}</p>
      <input
        class="field"
        readOnly
        aria-label={t('link.field')}
        value={outcome.url}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </>
  )
}
