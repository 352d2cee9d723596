import type { Reading } from '@lading/shared/domain/reading'
import type { TrackedLeg, TrackedPosition, TrackedShipment } from '@lading/store/postgres/tracking/tracked-shipment'
import { type Fix, fixesOf } from './fix.ts'
import { followLegs } from './follow-legs/follow-legs.ts'
import { withHalfway } from './follow-legs/halfway.ts'
import { withoutWildJumps } from './without-wild-jumps.ts'

/** Where the goods are and which events of the legs that shows, from readings of the last hours, oldest first. */
export const locate = ({ position: before, legs }: Pick<TrackedShipment, 'position' | 'legs'>, readings: Reading[]) => {
  const fixes = withoutWildJumps([...lastKnown(before), ...fixesOf(readings)].sort(byTime), modesAhead(legs))
  const followed = followLegs(legs, fixes)
  return { fixes, legs: withHalfway(followed.legs, fixes), milestones: followed.milestones, position: newestPosition(before, fixes) }
}

// The last position may be older than the readings at hand; without it nobody could tell whether the goods were at the origin.
const lastKnown = (position: TrackedPosition | null): Fix[] =>
  position
    ? [
        {
          lat: position.lat,
          lon: position.lon,
          atMs: position.at.getTime(),
          speedKmh: position.speedKmh ?? undefined,
          headingDeg: position.headingDeg ?? undefined,
        },
      ]
    : []

const newestPosition = (before: TrackedPosition | null, fixes: Fix[]): TrackedPosition | null => {
  const last = fixes.at(-1)
  if (!last || (before && before.at.getTime() >= last.atMs)) return before
  return { lat: last.lat, lon: last.lon, at: new Date(last.atMs), speedKmh: last.speedKmh ?? null, headingDeg: last.headingDeg ?? null }
}

// Fixes of the last hours may still be of the leg that has just ended.
const modesAhead = (legs: TrackedLeg[]) => {
  const current = legs.findIndex(({ actualArrival }) => !actualArrival)
  return legs.slice(Math.max(0, current - 1)).map(({ mode }) => mode)
}

const byTime = (a: Fix, b: Fix) => a.atMs - b.atMs
