import type { Alert } from '@lading/shared/contract/alert'
import { alertStateOf } from '@lading/shared/domain/alert-handling'
import { t } from '../../i18n/t.ts'
import { judgedAtMs } from '../../state/judged-at.ts'
import { alerts as known } from '../../state/queue/alerts.ts'
import { inUrgencyOrder } from '../../state/queue/order.ts'
import { shipments } from '../../state/shipment/shipments.ts'
import { AlertCard } from '../alerts/alert-card.tsx'

// What the live feed said of an alert may be newer than what was read with the shipment.
const newest = (alert: Alert) => {
  const heard = known.value.get(alert.id)
  return heard && heard.updatedAt > alert.updatedAt ? heard : alert
}

const byUrgency = (alerts: Alert[]) =>
  inUrgencyOrder(
    alerts.map((alert) => ({
      ...alert,
      since: alert.openedAt,
      probability: shipments.value.get(alert.shipmentId)?.missProbability ?? null,
    })),
  )

/** What wants somebody first, what was set aside after it, what is over on request; nothing where there never was one. */
export const AlertsSection = ({ shipmentId, alerts }: { shipmentId: string; alerts: Alert[] }) => {
  const read = new Map(alerts.map((alert) => [alert.id, newest(alert)]))
  const heard = [...known.value.values()].filter((alert) => alert.shipmentId === shipmentId && !read.has(alert.id))
  const all = Object.groupBy([...read.values(), ...heard], (alert) => alertStateOf(alert, judgedAtMs.value))
  const over = [...(all.closed ?? []), ...(all.resolved ?? []).filter(({ closedAt }) => closedAt)]
  const shown = [
    ...byUrgency(all.open ?? []),
    ...byUrgency(all.snoozed ?? []),
    ...byUrgency((all.resolved ?? []).filter(({ closedAt }) => !closedAt)),
  ]
  if (shown.length + over.length === 0) return null
  return (
    <section class="detail-alerts" aria-label={t('detail.alerts')}>
      {shown.map((alert) => (
        <AlertCard key={alert.id} alert={alert} />
      ))}
      {over.length > 0 && (
        <details class="detail-closed">
          <summary>{t('detail.closed-alerts', { count: over.length })}</summary>
          {over
            .sort((a, b) => Date.parse(b.openedAt) - Date.parse(a.openedAt))
            .map((alert) => (
              <AlertCard key={alert.id} alert={alert} />
            ))}
        </details>
      )}
    </section>
  )
}
