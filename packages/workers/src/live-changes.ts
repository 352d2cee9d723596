import type { Alert } from '@lading/shared/contract/alert'
import { type LiveAlertMessage, type LiveShipmentMessage, liveTopics } from '@lading/shared/live/topics'

type Deps = { publish: (topic: string, payload: string) => void; everyMs?: number }

/**
 * Tells everybody who watches what changed, at most four times a second: a shipment that changed twice is named once, of an alert
 * the last version is sent. Sent at most once; whoever misses it finds the truth in PostgreSQL.
 */
export const createLiveChanges = ({ publish, everyMs = 250 }: Deps) => {
  const shipmentIds = new Set<string>()
  const alerts = new Map<string, Alert>()
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (shipmentIds.size > 0) publish(liveTopics.shipments, JSON.stringify({ shipmentIds: [...shipmentIds] } satisfies LiveShipmentMessage))
    if (alerts.size > 0) publish(liveTopics.alerts, JSON.stringify({ alerts: [...alerts.values()] } satisfies LiveAlertMessage))
    shipmentIds.clear()
    alerts.clear()
  }
  const soon = () => {
    timer ??= setTimeout(flush, everyMs)
  }

  return {
    shipment: (shipmentId: string) => {
      shipmentIds.add(shipmentId)
      soon()
    },
    alerts: (changed: Alert[]) => {
      if (changed.length === 0) return
      for (const alert of changed) alerts.set(alert.id, alert)
      soon()
    },
    flush,
  }
}

export type LiveChanges = ReturnType<typeof createLiveChanges>
