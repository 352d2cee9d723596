import type { Alert } from '@lading/shared/contract/alert'
import type { LivePosition, LivePositions } from '@lading/shared/contract/live'
import type { ShipmentSummary } from '@lading/shared/contract/shipment'

/** What was told since the last time; of a shipment and of its positions the newest only. */
export type News = { shipments: ShipmentSummary[]; positions: LivePositions; alerts: Alert[] }

// What the server sends at once comes as many events, and each would set everything that depends on it going.
const collectMs = 40
const everyMs = 200

/** Collects what the feed tells and hands it over together, at most five times a second. */
export const createInbox = (take: (news: News) => void, now = () => performance.now()) => {
  let shipments = new Map<string, ShipmentSummary>()
  let positions = new Map<string, LivePosition>()
  let alerts: Alert[] = []
  let waiting = false
  let takenAt = Number.NEGATIVE_INFINITY

  const empty = () => {
    waiting = false
    takenAt = now()
    const news = { shipments: [...shipments.values()], positions: [...positions.values()], alerts }
    shipments = new Map()
    positions = new Map()
    alerts = []
    take(news)
  }
  const soon = () => {
    if (!waiting) setTimeout(empty, Math.max(collectMs, takenAt + everyMs - now()))
    waiting = true
  }
  return {
    shipment: (shipment: ShipmentSummary) => {
      shipments.set(shipment.id, shipment)
      soon()
    },
    positions: (heard: LivePositions) => {
      for (const position of heard) positions.set(position.shipmentId, position)
      soon()
    },
    alert: (alert: Alert) => {
      alerts.push(alert)
      soon()
    },
  }
}
