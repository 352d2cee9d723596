import type { Clock } from '@lading/shared/clock'
import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import type { Bbox } from '@lading/shared/geo/bbox'
import type { Db } from '@lading/store/postgres/open'
import { summariesOf } from '@lading/store/postgres/shipment/summary'
import { type Assigned, createAssigned } from './assigned.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'

/** Where the live feed finds the truth behind what it hears. */
export type Sources = {
  assigned: Assigned
  summaries: (shipmentIds: string[]) => Promise<ShipmentSummary[]>
  snapshot: (bbox: Bbox | undefined) => Promise<Snapshot>
}

export const createSources = ({ db, clock }: { db: Db; clock: Clock }): Sources => ({
  assigned: createAssigned({ db, clock }),
  summaries: (ids) => summariesOf(db, ids),
  snapshot: (bbox) => takeSnapshot({ db, clock }, bbox),
})
