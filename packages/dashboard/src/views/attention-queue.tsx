import { loadAlerts } from '../data/alerts.ts'
import { alertText } from '../i18n/alert.ts'
import { t } from '../i18n/t.ts'
import { Icon } from '../icons/icon.tsx'
import { selectedId } from '../state/address.ts'
import { alerts, alertsLoad } from '../state/alerts.ts'
import { queue } from '../state/queue.ts'
import { select } from '../state/select.ts'
import { CountBar } from './count-bar.tsx'
import { FailureNote } from './failure-note.tsx'
import { Time } from './time.tsx'

/** What needs a hand, the most urgent first: why, since when, and which shipment. */
export const AttentionQueue = () => {
  if (alertsLoad.value.status === 'failed')
    return <FailureNote what={t('queue.failed')} failure={alertsLoad.value.failure} onRetry={() => void loadAlerts()} />
  if (alertsLoad.value.status === 'loading')
    return (
      <p class="note" role="status">
        {t('queue.loading')}
      </p>
    )
  if (queue.value.length === 0) return <p class="note">{t(alerts.value.size > 0 ? 'queue.no-match' : 'queue.empty')}</p>
  return (
    <>
      <CountBar ordered={false} text={t('queue.count', { count: queue.value.length })} />
      <ol class="queue">
        {queue.value.map(({ id, shipmentId, trackingNumber, kind, severity, message, facts, openedAt }) => (
          <li key={id}>
            <button
              type="button"
              class="queue-item"
              aria-current={selectedId.value === shipmentId}
              onClick={() => select(shipmentId, 'attention')}
            >
              <span class={`queue-severity severity-${severity}`}>
                <Icon name={`severity-${severity}`} />
                <span class="unseen">{t(`severity.${severity}`)}: </span>
              </span>
              <span class="queue-kind">{t(`alert.${kind}`)}</span>
              <span class="queue-since">
                <Time at={openedAt} focusable={false} />
              </span>
              <span class="queue-message">{alertText({ kind, facts, message })}</span>
              <span class="queue-number">{trackingNumber}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
