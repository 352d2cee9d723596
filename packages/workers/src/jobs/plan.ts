import type { Clock } from '@lading/shared/clock'
import type { Jobs } from '@lading/shared/jobs/names'
import { saveRoute } from '@lading/store/postgres/leg/save-route'
import { recordMilestones } from '@lading/store/postgres/milestone/record'
import type { Db } from '@lading/store/postgres/open'
import { loadTracking } from '@lading/store/postgres/tracking/load'
import { planRoute } from '../models/plan-route/plan-route.ts'
import type { SeaLanes } from '../models/plan-route/sea-lanes.ts'
import { plannedMilestones } from '../models/planned-milestones.ts'

type Deps = { db: Db; clock: Clock; lanes: SeaLanes; follow: (shipmentId: string) => Promise<void> }

/** A shipment is new or its plan changed: planned routes where none was given, planned milestones, and the first ETA. */
export const createPlanJob =
  ({ db, clock, lanes, follow }: Deps) =>
  async ({ shipmentId }: Jobs['plan']) => {
    const shipment = await loadTracking(db, shipmentId)
    if (!shipment) return
    for (const { sequence, mode, origin, destination, route } of shipment.legs)
      if (route.length === 0) await saveRoute(db, shipmentId, sequence, planRoute(mode, origin, destination, lanes))
    await recordMilestones(db, shipmentId, plannedMilestones(shipment.legs), clock.now())
    await follow(shipmentId)
  }
