import type { Device, NewDevice } from '@lading/shared/contract/device'
import type { Shipment } from '@lading/shared/contract/shipment'
import { isFinished } from '@lading/shared/domain/shipment-state'

/** The devices of the mock's shipments, and those registered while it runs. */
export const createFleet = () => {
  const added: Device[] = []
  const assigned = new Map<string, string>()
  const ids = new Set<string>()

  const deviceOf = (shipment: Shipment, index: number, nowMs: number): Device => ({
    id: shipment.devices[0]?.deviceId ?? `tag-${index}`,
    label: index % 4 === 0 ? `Reefer ${index}, door side` : null,
    reportIntervalS: 900,
    lastSeenAt: shipment.position && new Date(Date.parse(shipment.position.recordedAt) - (index % 13) * 60_000).toISOString(),
    position: shipment.position && { lat: shipment.position.lat, lon: shipment.position.lon, recordedAt: shipment.position.recordedAt },
    batteryPct: shipment.position && (index % 11 === 0 ? 9 : 30 + ((index * 7) % 70)),
    shipmentId: assigned.get(`tag-${1000 + index}`) ?? (isFinished(shipment.state) ? null : shipment.id),
    revokedAt: null,
    ledger: null,
    registeredAt: new Date(nowMs - (index + 1) * 9 * 3600_000).toISOString(),
  })

  return {
    has: (id: string) => ids.has(id),
    register: ({ id, label, reportIntervalS = 900 }: NewDevice, now: Date) => {
      const nothing = { lastSeenAt: null, position: null, batteryPct: null, shipmentId: null, revokedAt: null, ledger: null }
      added.unshift({ id, label: label ?? null, reportIntervalS, ...nothing, registeredAt: now.toISOString() })
    },
    assign: (id: string, shipmentId: string) => assigned.set(id, shipmentId),
    list: (shipments: Shipment[], nowMs: number): Device[] => {
      const all = [
        ...added.map((device) => ({ ...device, shipmentId: assigned.get(device.id) ?? null })),
        ...shipments.map((shipment, index) => deviceOf(shipment, index, nowMs)),
      ]
      for (const { id } of all) ids.add(id)
      return all
    },
  }
}
