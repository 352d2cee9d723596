import type { Alert } from '@lading/shared/contract/alert'
import { formatSince } from '../../format/relative.ts'
import { alertText } from '../../i18n/alert.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { byUrgency } from '../../state/alerts.ts'
import { nowMs } from '../../state/clock.ts'
import { Time } from '../time.tsx'

/** Open alerts in full, closed ones on request; nothing where there never was one. */
export const AlertsSection = ({ alerts }: { alerts: Alert[] }) => {
  const open = alerts.filter(({ closedAt }) => !closedAt).sort(byUrgency)
  const closed = alerts.filter(({ closedAt }) => closedAt).sort((a, b) => Date.parse(b.openedAt) - Date.parse(a.openedAt))
  if (alerts.length === 0) return null
  return (
    <section class="detail-alerts" aria-label={t('detail.alerts')}>
      {open.map((alert) => (
        <AlertNote key={alert.id} alert={alert} />
      ))}
      {closed.length > 0 && (
        <details class="detail-closed">
          <summary>{t('detail.closed-alerts', { count: closed.length })}</summary>
          {closed.map((alert) => (
            <AlertNote key={alert.id} alert={alert} />
          ))}
        </details>
      )}
    </section>
  )
}

const AlertNote = ({ alert: { kind, severity, message, facts, openedAt, closedAt } }: { alert: Alert }) => (
  <article class={closedAt ? 'alert alert-closed' : `alert alert-${severity}`}>
    <span class={`severity-${severity}`}>
      <Icon name={`severity-${severity}`} />
      <span class="unseen">{t(`severity.${severity}`)}: </span>
    </span>
    <strong>{t(`alert.${kind}`)}</strong>
    <span class="alert-since">
      <Time at={openedAt} text={t('queue.since', { time: formatSince(Date.parse(openedAt), nowMs.value) })} />
    </span>
    <p>{alertText({ kind, facts, message })}</p>
  </article>
)
