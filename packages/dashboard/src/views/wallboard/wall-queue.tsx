import type { Alert } from '@lading/shared/contract/alert'
import { alertText } from '../../format/alert.ts'
import { formatDuration } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { nowMs } from '../../state/clock.ts'
import { asOfNow } from '../../state/queue/as-of-now.ts'
import { queueKinds } from '../../state/queue/kinds.ts'
import { type QueueEntry, queueOf } from '../../state/queue/queue.ts'
import { shipments } from '../../state/shipment/shipments.ts'
import { OtherMessage, otherName } from '../queue/queue-row.tsx'

/** As many as can be read from across a room; what does not fit is not shown in part. */
const most = 8

/** The most urgent entries of the queue. */
export const WallQueue = () => {
  const entries = queueOf('open')
  if (entries.length === 0) return <p class="wall-well">{t('header.all-well')}</p>
  return (
    <ol class="wall-queue" aria-label={t('queue.title')}>
      {entries.slice(0, most).map((entry) => (
        <Row key={entry.id} entry={entry} />
      ))}
    </ol>
  )
}

const Row = ({ entry }: { entry: QueueEntry }) => {
  const { kind, severity, since, alert } = entry
  return (
    <li class={`wall-entry wall-${severity}`}>
      <span class={`wall-severity severity-${severity}`}>
        <Icon name={`severity-${severity}`} />
        <span class="unseen">{t(`severity.${severity}`)}: </span>
      </span>
      <span class="wall-kind">
        <Icon name={queueKinds[kind].icon} />
        {t(`alert.${kind}`)}
      </span>
      <span class="wall-since">{since && formatDuration(Math.max(0, nowMs.value - Date.parse(since)))}</span>
      <span class="wall-what">{alert ? <NumberAndWay alert={alert} /> : otherName(entry)}</span>
      <span class="wall-why">{alert ? alertText(asOfNow(alert)) : <OtherMessage entry={entry} />}</span>
    </li>
  )
}

/** Each apart, as one is written from left to right where the other may not be. */
const NumberAndWay = ({ alert: { shipmentId, trackingNumber } }: { alert: Alert }) => {
  const shipment = shipments.value.get(shipmentId)
  return (
    <>
      <bdi>{trackingNumber}</bdi>
      {shipment && (
        <>
          {' · '}
          <bdi>
            {shipment.origin.name} – {shipment.destination.name}
          </bdi>
        </>
      )}
    </>
  )
}
