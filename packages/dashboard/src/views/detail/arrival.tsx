import type { Shipment } from '@lading/shared/contract/shipment'
import { isFinished } from '@lading/shared/domain/shipment-state'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { formatPercent } from '../../format/percent.ts'
import { formatDuration, formatRelative, formatSince } from '../../format/relative.ts'
import { formatWindow } from '../../format/window.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { nowMs } from '../../state/clock.ts'
import { promiseOf } from '../../state/shipment/promise.ts'
import { exactTime, Time } from '../parts/time.tsx'

/** The answer: when it arrives, how sure that is, and whether that is in time. */
export const Arrival = ({ shipment }: { shipment: Shipment }) => (
  <section class="arrival" aria-label={t('eta.window')}>
    <When shipment={shipment} />
    <Promised shipment={shipment} />
  </section>
)

const When = ({ shipment: { eta, state, legs } }: { shipment: Shipment }) => {
  const last = legs.at(-1)
  const place = last?.destination
  const arrivedAt = last?.arrival.actual
  if (isFinished(state) && arrivedAt)
    return (
      <p class="arrival-when">
        <Time at={arrivedAt} place={place} text={t('eta.delivered', { time: formatSince(Date.parse(arrivedAt), nowMs.value) })} />
      </p>
    )
  if (!eta || !place) return <p class="arrival-when arrival-unknown">{t('eta.unknown')}</p>
  const middle = Date.parse(eta.p50)
  const time = formatRelative(middle, nowMs.value)
  return (
    <>
      <p class="arrival-when">
        <Time at={eta.p50} place={place} text={t(middle < nowMs.value ? 'eta.expected' : 'eta.arrives', { time })} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what the window means appears on focus, for those who cannot point. */}
      <p class="arrival-window" tabIndex={0} data-exact={t('eta.window-about', { median: formatDateTime(middle, place.zone) })}>
        {formatWindow(Date.parse(eta.p10), Date.parse(eta.p90), place.zone, nowMs.value)}
        <span class="arrival-place">{t('eta.local')}</span>
      </p>
      <p class="arrival-computed">
        <Time at={eta.computedAt} text={t('eta.computed', { time: formatSince(Date.parse(eta.computedAt), nowMs.value) })} />
      </p>
    </>
  )
}

const icons = {
  'on-time': 'state-delivered',
  kept: 'state-delivered',
  'at-risk': 'severity-warning',
  late: 'severity-critical',
  missed: 'severity-critical',
} as const

const Promised = ({ shipment }: { shipment: Shipment }) => {
  const promise = promiseOf(shipment, nowMs.value)
  if (!promise) return null
  const place = shipment.legs.at(-1)?.destination
  const params = { time: formatDateTime(Date.parse(promise.promisedAt), place?.zone ?? viewerZone), duration: formatDuration(promise.byMs) }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time appears on focus, for those who cannot point.
    <p class={`promise promise-${promise.status}`} tabIndex={0} data-exact={exactTime(promise.promisedAt, place)}>
      <Icon name={icons[promise.status]} />
      {t(`promise.${promise.status}`, params)}
      {promise.missProbability !== undefined && promise.status !== 'on-time' && (
        <span class="promise-chance">{t('promise.chance', { percent: formatPercent(promise.missProbability) })}</span>
      )}
    </p>
  )
}
