import type { Area } from '@lading/shared/domain/area'
import { areaReachM } from '@lading/shared/geo/area/area-bounds'
import { edgeDistanceM } from '@lading/shared/geo/area/edge-distance'
import type { VisitTimes } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Fix } from '../fix.ts'

/**
 * How far off a fix may be that says nothing of it. A phone in the open is off by 5 m (GPS.gov, 2022), between containers and walls by
 * several times that: judgement.
 */
const usualAccuracyM = 50

/**
 * The stays within an area that fixes tell, oldest first, given those that were known before. A fix counts as within or outside only
 * where its uncertainty leaves no doubt; between, things stay as they were, so a device at the edge does not come and go. Fixes that
 * come late and in any order tell the same: what the fixes at hand reach back to is told anew, and what lies before stays.
 */
export const staysIn = <Known extends VisitTimes>(area: Area, fixes: readonly Fix[], known: readonly Known[]): (Known | VisitTimes)[] => {
  const [first, last] = [fixes[0], fixes.at(-1)]
  if (!first || !last) return [...known]
  const before = known.filter(({ leftAt }) => leftAt !== null && leftAt.getTime() <= first.atMs)
  const after = known.filter(({ enteredAt }) => enteredAt.getTime() > last.atMs)
  // Where it was when the fixes at hand begin.
  const underWay = known.find(
    ({ enteredAt, leftAt }) => enteredAt.getTime() <= first.atMs && (leftAt === null || leftAt.getTime() > first.atMs),
  )
  const told: (Known | VisitTimes)[] = []
  let current: Known | VisitTimes | undefined = underWay && { ...underWay, leftAfter: null, leftAt: null }
  let outsideAt: Date | null = null
  let withinAt: Date | null = underWay ? new Date(Math.max(first.atMs, underWay.enteredAt.getTime())) : null
  const reachM = areaReachM(area)
  for (const fix of fixes) {
    const at = new Date(fix.atMs)
    const side = sideOf(area, fix, reachM)
    if (side === 'within') {
      current ??= { enteredAfter: outsideAt, enteredAt: at, leftAfter: null, leftAt: null }
      withinAt = at
    } else if (side === 'outside') {
      if (current) told.push({ ...current, leftAfter: withinAt, leftAt: at })
      current = undefined
      outsideAt = at
    }
  }
  if (current) {
    // An end that was seen after the fixes at hand stands.
    const end = known.find(({ enteredAt, leftAt }) => enteredAt.getTime() <= last.atMs && leftAt !== null && leftAt.getTime() > last.atMs)
    told.push(end ? { ...current, leftAfter: end.leftAfter, leftAt: end.leftAt } : current)
  }
  return [...before, ...told, ...after]
}

const sideOf = (area: Area, fix: Fix, reachM: number): 'within' | 'outside' | 'unclear' => {
  const marginM = Math.max(1, fix.accuracyM ?? usualAccuracyM)
  const awayM = edgeDistanceM(area, fix)
  if (awayM >= marginM) return 'outside'
  // In the middle of a small area it is within, also by a poor fix: where else would it be.
  return awayM <= -Math.min(marginM, reachM / 2) ? 'within' : 'unclear'
}
