import type { Shipment } from '@lading/shared/contract/shipment'
import { useSignal } from '@preact/signals'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { mayAct } from '../../state/people.ts'
import { exactTime } from '../parts/time.tsx'
import { ProofDialog } from './proof-dialog.tsx'

/** That it was handed over, for the tracking page: recorded by those who may, once it is on its way. */
export const ProofButton = ({ shipment }: { shipment: Shipment }) => {
  const isOpen = useSignal(false)
  if (!mayAct.value || !shipment.legs.some(({ departure }) => departure.actual)) return null
  return (
    <>
      <button type="button" class="button proof-button" onClick={() => (isOpen.value = true)}>
        <Icon name="proof" />
        {t(shipment.proofOfDelivery ? 'proof.change' : 'proof.record')}
      </button>
      {isOpen.value && <ProofDialog shipment={shipment} onClose={() => (isOpen.value = false)} />}
    </>
  )
}

/** When it was handed over, and what was said of it. */
export const Proof = ({ shipment: { proofOfDelivery, legs } }: { shipment: Shipment }) => {
  if (!proofOfDelivery) return null
  const { receivedAt, note } = proofOfDelivery
  const place = legs.at(-1)?.destination
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time appears on focus, for those who cannot point.
    <p class="proof" tabIndex={0} data-exact={exactTime(receivedAt, place)}>
      <Icon name="proof" />
      {t('proof.received', { time: formatDateTime(Date.parse(receivedAt), place?.zone ?? viewerZone) })}
      {note && (
        <span class="proof-note" dir="auto">
          {note}
        </span>
      )}
    </p>
  )
}
