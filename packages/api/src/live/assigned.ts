import type { Clock } from '@lading/shared/clock'
import { assignedShipments } from '@lading/store/postgres/device/assigned'
import type { Db } from '@lading/store/postgres/open'

/**
 * Which shipment each device speaks for, in memory, as positions come by the thousand. Read again as a whole from time to
 * time, because assignments also begin and end by the clock.
 */
export const createAssigned = ({ db, clock }: { db: Db; clock: Clock }) => {
  let shipmentOf = new Map<string, string>()
  return {
    shipmentOf: (deviceId: string) => shipmentOf.get(deviceId),
    reload: async () => {
      shipmentOf = await assignedShipments(db, clock.now())
    },
    reloadDevice: async (deviceId: string) => {
      const shipmentId = (await assignedShipments(db, clock.now(), deviceId)).get(deviceId)
      if (shipmentId) shipmentOf.set(deviceId, shipmentId)
      else shipmentOf.delete(deviceId)
    },
  }
}

export type Assigned = ReturnType<typeof createAssigned>
