import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { signal } from '@preact/signals'

export type Shipments = ReadonlyMap<string, ShipmentSummary>

/** Every shipment the dashboard knows, by id. Positions live apart in `positions`, for they change far more often. */
export const shipments = signal<Shipments>(new Map())

/** Lists, snapshots and the feed race each other: the later `updatedAt` wins. */
export const withShipments = (known: Shipments, heard: ShipmentSummary[]): Shipments => {
  const fresh = heard.filter(({ id, updatedAt }) => {
    const before = known.get(id)
    return !before || Date.parse(updatedAt) >= Date.parse(before.updatedAt)
  })
  if (fresh.length === 0) return known
  const merged = new Map(known)
  for (const shipment of fresh) merged.set(shipment.id, shipment)
  return merged
}
