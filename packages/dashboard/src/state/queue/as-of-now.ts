import type { Alert } from '@lading/shared/contract/alert'
import { shipments } from '../shipment/shipments.ts'

/** An alert is told anew only where it changed by much; how late goods are is said as everywhere else, by their arrival time of now. */
export const asOfNow = (alert: Alert): Alert => {
  const { promisedAt, eta } = shipments.value.get(alert.shipmentId) ?? {}
  if (alert.kind !== 'late' || alert.closedAt || !promisedAt || !eta) return alert
  const lateMinutes = Math.round((Date.parse(eta.p50) - Date.parse(promisedAt)) / 60_000)
  return lateMinutes > 0 ? { ...alert, facts: { ...alert.facts, lateMinutes } } : alert
}
