import type { Clock } from '@lading/shared/clock'
import type { Db } from '@lading/store/postgres/open'
import type { Fleet, Member } from '../fleet/fleet.ts'
import { type Assigned, createAssigned } from './assigned.ts'
import { type Snapshot, takeSnapshot, type Watched } from './snapshot.ts'

/** Where the live feed finds the truth behind what it hears. */
export type Sources = {
  assigned: Assigned
  /** Shipments as they are now. */
  members: (shipmentIds: string[]) => Promise<Pick<Member, 'id' | 'position' | 'json'>[]>
  /** These changed, as was heard. */
  changed: (shipmentIds: string[]) => void
  /** Something may have been missed. */
  forget: () => void
  snapshot: (watched: Watched) => Promise<Snapshot>
}

export const createSources = ({ db, clock, fleet }: { db: Db; clock: Clock; fleet: Fleet }): Sources => ({
  assigned: createAssigned({ db, clock }),
  members: fleet.members,
  changed: fleet.changed,
  forget: fleet.forget,
  snapshot: (watched) => takeSnapshot(fleet, watched),
})
