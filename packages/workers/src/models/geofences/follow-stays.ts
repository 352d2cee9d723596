import { areaBounds } from '@lading/shared/geo/area/area-bounds'
import { type Bbox, contains } from '@lading/shared/geo/bbox'
import type { NewVisit, VisitChanges } from '@lading/store/postgres/geofence-visit/apply'
import type { TrackedLeg, TrackedVisit, VisitTimes } from '@lading/store/postgres/tracking/tracked-shipment'
import type { WatchedGeofence } from '@lading/store/postgres/watched/load'
import type { Fix } from '../fix.ts'
import { staysIn } from './stays-in.ts'

/** A fence as it stands to a shipment. */
export type Stay = {
  fence: WatchedGeofence
  /** Whether it is meant for the leg under way. */
  isMeant: boolean
  /** Within it now. */
  current: VisitTimes | undefined
  /** The one before, or the last. */
  last: VisitTimes | undefined
}

/**
 * Where the shipment has been within fences, and what of that is news. A fence that is not meant for the leg under way notices nobody
 * new; whoever is within is followed until they leave.
 */
export const followStays = (
  known: readonly TrackedVisit[],
  fixes: readonly Fix[],
  leg: TrackedLeg | undefined,
  fences: readonly WatchedGeofence[],
): { stays: Stay[]; changes: VisitChanges } => {
  const changes: VisitChanges = { added: [], changed: [], removed: [] }
  const stays: Stay[] = []
  for (const fence of fences) {
    const own = known.filter(({ geofenceId }) => geofenceId === fence.id)
    const isMeant = isMeantFor(fence, leg)
    const isSeen = own.some(({ leftAt }) => leftAt === null) || (isMeant && (touches(fence, fixes) || own.length > 0))
    if (!isSeen && own.length === 0) continue
    const told = isSeen ? staysIn(fence.area, fixes, own) : own
    if (isSeen) note(changes, fence.id, own, told)
    const current = told.find(({ leftAt }) => leftAt === null)
    stays.push({ fence, isMeant, current, last: told.findLast(({ leftAt }) => leftAt !== null) })
  }
  return { stays, changes }
}

const isMeantFor = ({ modes, carriers }: WatchedGeofence, leg: TrackedLeg | undefined) =>
  leg !== undefined && (modes.length === 0 || modes.includes(leg.mode)) && (carriers.length === 0 || carriers.includes(leg.carrier))

// Fences are kept as they are until one changes, and most are nowhere near.
const boxes = new WeakMap<WatchedGeofence, Bbox>()
const touches = (fence: WatchedGeofence, fixes: readonly Fix[]) => {
  const box = boxes.get(fence) ?? areaBounds(fence.area)
  boxes.set(fence, box)
  return fixes.some((fix) => contains(box, fix))
}

/** A stay that is told anew is the one that was known for about the same time; one that nothing tells any more never was. */
const note = (changes: VisitChanges, geofenceId: string, known: readonly TrackedVisit[], told: readonly (TrackedVisit | VisitTimes)[]) => {
  const left = new Set(known)
  for (const one of told) {
    const same = [...left].find((each) => overlap(each, one))
    if (!same) changes.added.push(timesOf(one, geofenceId))
    else {
      left.delete(same)
      // The fix before the first one at hand is not at hand; what was known of it is.
      const enteredAfter = one.enteredAt.getTime() === same.enteredAt.getTime() ? (one.enteredAfter ?? same.enteredAfter) : one.enteredAfter
      const now = { ...timesOf(one, geofenceId), enteredAfter, id: same.id }
      if (!isSame(now, same)) changes.changed.push(now)
    }
  }
  changes.removed.push(...[...left].map(({ id }) => id))
}

const timesOf = ({ enteredAfter, enteredAt, leftAfter, leftAt }: VisitTimes, geofenceId: string): NewVisit => ({
  ...{ geofenceId, enteredAfter, enteredAt, leftAfter, leftAt },
})

const endOf = ({ leftAt }: VisitTimes) => leftAt?.getTime() ?? Number.POSITIVE_INFINITY
const overlap = (a: VisitTimes, b: VisitTimes) => a.enteredAt.getTime() < endOf(b) && b.enteredAt.getTime() < endOf(a)

const ends = ['enteredAfter', 'enteredAt', 'leftAfter', 'leftAt'] as const
const isSame = (a: VisitTimes, b: VisitTimes) => ends.every((end) => a[end]?.getTime() === b[end]?.getTime())
