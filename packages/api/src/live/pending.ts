import type { LivePosition } from '@lading/shared/contract/live'
import type { LivePositionMessage } from '@lading/shared/live/topics'

type Fix = Omit<LivePositionMessage[number], 'deviceId'>

/** What has happened since the last flush. Of a shipment's positions only the newest is kept. */
export const createPending = () => {
  let positions = new Map<string, Fix>()
  let changed = new Set<string>()
  return {
    position: (shipmentId: string, { deviceId: _, ...fix }: LivePositionMessage[number]) => {
      const known = positions.get(shipmentId)
      if (known && known.recordedAtMs > fix.recordedAtMs) return
      positions.set(shipmentId, fix)
    },
    changed: (shipmentId: string) => {
      changed.add(shipmentId)
    },
    isEmpty: () => positions.size === 0 && changed.size === 0,
    take: () => {
      const taken = {
        positions: [...positions].map(([shipmentId, fix]) => toPosition(shipmentId, fix)),
        changed: [...changed],
      }
      positions = new Map()
      changed = new Set()
      return taken
    },
  }
}

const toPosition = (shipmentId: string, { lat, lon, recordedAtMs, speedKmh, headingDeg }: Fix): LivePosition => ({
  shipmentId,
  lat,
  lon,
  recordedAt: new Date(recordedAtMs).toISOString(),
  speedKmh: speedKmh ?? null,
  headingDeg: headingDeg ?? null,
})
