import type { Alert } from '@lading/shared/contract/alert'
import { detail } from '../shipment/detail.ts'
import { shipments } from '../shipment/shipments.ts'

/**
 * An alert is told anew only where it changed by much; how late goods are is said as everywhere else, by their arrival time of now: by the one
 * that the heading has, where their detail is open.
 */
export const asOfNow = (alert: Alert): Alert => {
  const open = detail.value?.shipment
  const { promisedAt, eta } = (open?.id === alert.shipmentId ? open : shipments.value.get(alert.shipmentId)) ?? {}
  if (alert.kind !== 'late' || alert.closedAt || !promisedAt || !eta) return alert
  const lateMinutes = Math.round((Date.parse(eta.p50) - Date.parse(promisedAt)) / 60_000)
  return lateMinutes > 0 ? { ...alert, facts: { ...alert.facts, lateMinutes } } : alert
}
