import type { Area } from '@lading/shared/domain/area'
import { fixOnRoute } from '@lading/shared/geo/along-route'
import { areaReachM } from '@lading/shared/geo/area/area-bounds'
import { edgeDistanceM } from '@lading/shared/geo/area/edge-distance'
import { distanceKm } from '@lading/shared/geo/distance'
import { lengthKm, pointBetween } from '@lading/shared/geo/great-circle'
import { type LonLat, type Point, toPoint } from '@lading/shared/geo/point'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import type { WatchedHazard } from '@lading/store/postgres/watched/load'
import { hourMs } from '../fix.ts'
import { routeOf } from '../route-fix.ts'

export type Meeting = {
  hazard: WatchedHazard
  certainty: 'within' | 'likely' | 'possible'
  /** Along the planned route, to where the area begins. */
  kmAhead: number
  /** When it is expected there; nothing once it is. */
  expectedAt: Date | undefined
  leg: TrackedLeg
}

type Way = { legs: TrackedLeg[]; position: Point | undefined; eta: { p10: Date; p50: Date; p90?: Date | undefined } | undefined; now: Date }

/** How far ahead one trusts that what has no end will still be there: judgement. */
const endlessTrustMs = 3 * 24 * hourMs
/** What was said before holds until it is missed by so much: estimates move a little every time. */
const steadyMs = 6 * hourMs

/** Whether the shipment is in the hazard, or its planned way ahead leads through while it lasts; `before`: what was said of it last. */
export const meets = (
  hazard: WatchedHazard,
  { legs, position, eta, now }: Way,
  before: Meeting['certainty'] | undefined,
): Meeting | undefined => {
  const { area, validFrom, validUntil } = hazard
  const untilMs = validUntil?.getTime() ?? Number.POSITIVE_INFINITY
  if (untilMs <= now.getTime()) return undefined
  const ahead = legs.filter(({ actualArrival }) => !actualArrival)
  const [first] = ahead
  if (!first) return undefined
  if (position && validFrom <= now && edgeDistanceM(area, position) <= 0)
    return { hazard, certainty: 'within', kmAhead: 0, expectedAt: undefined, leg: first }
  let kmBefore = 0
  for (const leg of ahead) {
    const route = routeOf(leg)
    const isOnIt = leg === first && leg.actualDeparture !== null && position !== undefined
    const { alongKm, totalKm } = isOnIt ? fixOnRoute(route, position) : { alongKm: 0, totalKm: lengthKm(route) }
    const through = passage(route, alongKm, area)
    if (through) {
      const timeAt = (km: number) => expectedAt(leg, isOnIt, now, totalKm > alongKm ? (km - alongKm) / (totalKm - alongKm) : 1)
      const [enterMs, exitMs] = [timeAt(through.fromKm), timeAt(through.untilKm)]
      const certainty = certaintyOf({ enterMs, exitMs, fromMs: validFrom.getTime(), untilMs }, eta, now.getTime(), before)
      if (certainty) return { hazard, certainty, kmAhead: kmBefore + through.fromKm - alongKm, expectedAt: new Date(enterMs), leg }
    }
    kmBefore += totalKm - alongKm
  }
  return undefined
}

type Times = { enterMs: number; exitMs: number; fromMs: number; untilMs: number }

/** Likely where the expected times meet; possible where the earliest or the latest do. Early and late grow towards the arrival as its window does. */
const certaintyOf = ({ enterMs, exitMs, fromMs, untilMs }: Times, eta: Way['eta'], nowMs: number, before?: Meeting['certainty']) => {
  const share = eta ? Math.min(1, Math.max(0, (enterMs - nowMs) / Math.max(1, eta.p50.getTime() - nowMs))) : 0
  const [earlyMs, lateMs] = eta
    ? [share * (eta.p50.getTime() - eta.p10.getTime()), share * ((eta.p90 ?? eta.p50).getTime() - eta.p50.getTime())]
    : [0, 0]
  const meet = (fromThere: number, untilThere: number) => fromThere < untilMs && untilThere >= fromMs
  const [likelyMs, possibleMs] = [before === 'likely' ? steadyMs : 0, before ? steadyMs : 0]
  if (meet(enterMs - likelyMs, exitMs + likelyMs))
    return untilMs === Number.POSITIVE_INFINITY && enterMs - nowMs > endlessTrustMs + likelyMs ? 'possible' : 'likely'
  return meet(enterMs - earlyMs - possibleMs, exitMs + lateMs + possibleMs) ? 'possible' : undefined
}

const expectedAt = (leg: TrackedLeg, isOnIt: boolean, now: Date, share: number) => {
  const startMs = isOnIt ? now.getTime() : Math.max(now.getTime(), (leg.estimatedDeparture ?? leg.plannedDeparture).getTime())
  const endMs = Math.max(startMs, (leg.estimatedArrival ?? leg.plannedArrival).getTime())
  return startMs + share * (endMs - startMs)
}

/**
 * Where the route, from `startKm` on, goes into the area first and where it comes out again. However the route bends, it cannot reach
 * the edge sooner than straight: so as far as the edge is away nobody has to look.
 */
export const passage = (route: LonLat[], startKm: number, area: Area): { fromKm: number; untilKm: number } | undefined => {
  const leastStepKm = Math.min(10, Math.max(0.2, areaReachM(area) / 4000))
  let fromKm: number | undefined
  let km = 0
  let nextKm = startKm
  for (let index = 1; index < route.length; index++) {
    const [a, b] = [toPoint(route[index - 1] as LonLat), toPoint(route[index] as LonLat)]
    const pieceKm = distanceKm(a, b)
    while (nextKm <= km + pieceKm) {
      const awayKm = edgeDistanceM(area, pieceKm === 0 ? a : pointBetween(a, b, (nextKm - km) / pieceKm)) / 1000
      if (awayKm <= 0) fromKm ??= nextKm
      else if (fromKm !== undefined) return { fromKm, untilKm: nextKm }
      nextKm += Math.max(leastStepKm, Math.abs(awayKm))
    }
    km += pieceKm
  }
  // The end itself may be stepped over.
  if (fromKm === undefined && km >= startKm && edgeDistanceM(area, toPoint(route.at(-1) as LonLat)) <= 0) fromKm = km
  return fromKm === undefined ? undefined : { fromKm, untilKm: km }
}
