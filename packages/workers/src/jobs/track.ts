import type { Clock } from '@lading/shared/clock'
import type { Jobs } from '@lading/shared/jobs/names'
import type { Db } from '@lading/store/postgres/open'
import { shipmentsOfDevice } from '@lading/store/postgres/tracking/shipments-of-device'
import { hourMs } from '../models/fix.ts'

type Deps = { db: Db; clock: Clock; follow: (shipmentId: string) => Promise<void> }

/** Reports may come late, so a shipment that the device left in the last hours is followed too. */
const lateMs = 24 * hourMs

/** New readings of a device are stored: follows the shipments it travels with. */
export const createTrackJob =
  ({ db, clock, follow }: Deps) =>
  async ({ deviceId }: Jobs['track']) => {
    const now = clock.now()
    for (const shipmentId of await shipmentsOfDevice(db, deviceId, new Date(now.getTime() - lateMs), now)) await follow(shipmentId)
  }
