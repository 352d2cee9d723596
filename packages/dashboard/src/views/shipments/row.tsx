import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { isFinished } from '@lading/shared/domain/shipment-state'
import { countryName } from '../../format/country.ts'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { formatPercent } from '../../format/percent.ts'
import { formatDuration } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { nowMs } from '../../state/clock.ts'
import { isStale, positions } from '../../state/map/positions.ts'
import { chosenShipmentSet, isChoosing } from '../../state/replay/chosen-shipments.ts'
import { type PromiseState, promiseOf } from '../../state/shipment/promise.ts'
import { Arrow } from '../parts/arrow.tsx'
import { AlertsLabel, StateLabel } from '../parts/labels.tsx'
import { Time } from '../parts/time.tsx'

/** One shipment in three lines: which and when, from where to where, and how it fares. */
export const ShipmentRow = ({ shipment }: { shipment: ShipmentSummary }) => {
  const { trackingNumber, state, mode, origin, destination, progress, openAlerts, worstSeverity } = shipment
  const isChosen = chosenShipmentSet.value.has(shipment.id)
  return (
    <div class={isChoosing.value ? 'shipment shipment-choosable' : 'shipment'}>
      {isChoosing.value && (
        <span class="row-choose" data-choose aria-hidden="true">
          <span class={isChosen ? 'box box-on' : 'box'}>{isChosen && <Icon name="check" />}</span>
        </span>
      )}
      <span class="shipment-number">{trackingNumber}</span>
      <Arrival shipment={shipment} />
      <span class="shipment-route">
        {mode && <Icon name={`mode-${mode}`} />}
        {mode && <span class="unseen">{t(`mode.${mode}`)}, </span>}
        <span
          class="shipment-places"
          data-exact={`${origin.name}, ${countryName(origin.country)} – ${destination.name}, ${countryName(destination.country)}`}
        >
          <bdi>
            {origin.name} <abbr>{origin.country}</abbr>
          </bdi>
          <Arrow />
          <bdi>
            {destination.name} <abbr>{destination.country}</abbr>
          </bdi>
        </span>
      </span>
      <span class="shipment-facts">
        <StateLabel state={state} />
        <Silence shipment={shipment} />
        {openAlerts > 0 && worstSeverity && <AlertsLabel count={openAlerts} severity={worstSeverity} />}
      </span>
      {!isFinished(state) && (
        <span class="progress" data-exact={t('detail.progress', { percent: formatPercent(progress) })} aria-hidden="true">
          <span style={{ width: `${progress * 100}%` }} />
        </span>
      )}
    </div>
  )
}

const Arrival = ({ shipment }: { shipment: ShipmentSummary }) => {
  const { eta, state } = shipment
  if (!eta || isFinished(state)) return <span class="shipment-eta" />
  const promise = promiseOf(shipment, nowMs.value)
  return (
    <span class="shipment-eta">
      <Time at={eta.p50} focusable={false} /> {promise && <PromiseBadge promise={promise} />}
    </span>
  )
}

/** Whether it is in time, as short as can be; on time it says so quietly. */
const PromiseBadge = ({ promise: { status, promisedAt, byMs, missProbability } }: { promise: PromiseState }) => {
  if (status === 'kept' || status === 'missed') return null
  const [duration, time] = [formatDuration(byMs), formatDateTime(Date.parse(promisedAt), viewerZone)]
  const chance = missProbability === undefined || status === 'on-time' ? undefined : formatPercent(missProbability)
  const exact = [t(`promise.${status}`, { duration, time }), chance && t('promise.chance', { percent: chance })]
  const text = {
    'on-time': () => t('row.on-time'),
    'at-risk': () => (chance ? t('row.at-risk-by', { percent: chance }) : t('row.at-risk')),
    late: () => t('leg.difference-late', { duration }),
  }
  return (
    <span class={`row-promise row-promise-${status}`} data-exact={exact.filter(Boolean).join(' · ')}>
      {status !== 'on-time' && <Icon name={promiseIcons[status]} />}
      {text[status]()}
    </span>
  )
}

const promiseIcons = { 'at-risk': 'severity-warning', late: 'kind-late' } as const

const Silence = ({ shipment: { id, state } }: { shipment: ShipmentSummary }) => {
  const position = positions.value.get(id)
  if (!position || !isStale(position, state, nowMs.value)) return null
  return (
    <span class="label label-silent">
      <Icon name="silent" />
      <span class="label-text">
        {t('position.stale-short', { duration: formatDuration(nowMs.value - Date.parse(position.recordedAt)) })}
      </span>
    </span>
  )
}
