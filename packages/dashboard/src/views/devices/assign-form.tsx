import type { Device } from '@lading/shared/contract/device'
import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { assignDevice } from '../../data/device/devices.ts'
import { findShipments } from '../../data/shipment/find.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { session } from '../../state/server/session.ts'
import { Arrow } from '../parts/arrow.tsx'
import { failureText } from '../parts/failure-note.tsx'
import { StateLabel } from '../parts/labels.tsx'

type Found = { status: 'none' } | { status: 'found'; items: ShipmentSummary[] } | { status: 'failed'; failure: Failure }

// A pause in typing this long is taken for the end of a word.
const settleMs = 250

/** Sends the device along with a shipment, from now on. Viewers only look, so they have no such form. */
export const AssignForm = ({ device: { id, shipmentId } }: { device: Device }) => {
  const text = useSignal('')
  const found = useSignal<Found>({ status: 'none' })
  const chosen = useSignal<ShipmentSummary | undefined>(undefined)
  const busy = useSignal(false)
  const said = useSignal('')

  useEffect(() => {
    const controller = new AbortController()
    const find = async () => {
      const result = await findShipments(text.value, controller.signal)
      if (controller.signal.aborted) return
      found.value = result.ok ? { status: 'found', items: result.value.items } : { status: 'failed', failure: result.failure }
    }
    const timer = text.value.trim() === '' ? undefined : setTimeout(() => void find(), settleMs)
    if (!timer) found.value = { status: 'none' }
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [text.value])

  if (!session.value || !mayActAs(session.value.role, 'operator')) return null

  const assign = async (event: SubmitEvent) => {
    event.preventDefault()
    const { value: shipment } = chosen
    if (!shipment) return
    busy.value = true
    const result = await assignDevice(id, { shipmentId: shipment.id })
    busy.value = false
    said.value = result.ok ? t('assign.done', { trackingNumber: shipment.trackingNumber }) : failureText(result.failure)
    if (!result.ok) return
    chosen.value = undefined
    text.value = ''
  }
  return (
    <form class="assign" onSubmit={assign}>
      <label>
        <span>{t(shipmentId ? 'assign.other' : 'assign.title')}</span>
        <input
          class="field"
          type="search"
          placeholder={t('assign.hint')}
          maxLength={100}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value
            chosen.value = undefined
            said.value = ''
          }}
        />
      </label>
      {found.value.status === 'failed' && <p role="alert">{failureText(found.value.failure)}</p>}
      {found.value.status === 'found' && (
        <fieldset class="assign-choice">
          <legend class="unseen">{t('assign.choose')}</legend>
          {found.value.items.length === 0 && <p role="status">{t('assign.nothing')}</p>}
          {found.value.items.map((shipment) => (
            <label key={shipment.id}>
              <input
                type="radio"
                name="shipment"
                checked={chosen.value?.id === shipment.id}
                disabled={shipment.id === shipmentId}
                onChange={() => {
                  chosen.value = shipment
                }}
              />
              <span class="assign-number">{shipment.trackingNumber}</span>
              <StateLabel state={shipment.state} />
              <small>
                <bdi>{shipment.origin.name}</bdi>
                <Arrow />
                <bdi>{shipment.destination.name}</bdi>
              </small>
            </label>
          ))}
        </fieldset>
      )}
      {chosen.value && (
        <>
          <p class="section-note">{t('assign.about')}</p>
          <button type="submit" class="button button-primary" disabled={busy.value}>
            {t(busy.value ? 'assign.busy' : 'assign.do', { trackingNumber: chosen.value.trackingNumber })}
          </button>
        </>
      )}
      <p class="assign-said" role="status">
        {said.value}
      </p>
    </form>
  )
}
