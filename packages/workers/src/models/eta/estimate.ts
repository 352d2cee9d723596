import type { Point } from '@lading/shared/geo/point'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Fix } from '../fix.ts'
import {
  assumptions,
  leastSpreadMs,
  shareOfWaitingNeeded,
  shareOfWaitingOverdue,
  skew,
  spreadOfWaiting,
  tenPercent,
} from './assumptions.ts'
import { timeLeftMs } from './time-left.ts'

export type EtaInput = {
  legs: TrackedLeg[]
  position: (Point & { at: Date }) | null
  /** Fixes of the last hours, oldest first. */
  recent: Fix[]
  now: Date
}

export type EstimatedLeg = { sequence: number; departure: Date; arrival: Date }
export type EtaEstimate = { p10: Date; p50: Date; p90: Date; legs: EstimatedLeg[] }

/**
 * When the goods will arrive, as an interval, and when each leg that is not over will begin and end. The one place where arrival
 * times come from. Nothing once the last leg arrived. Never before `now`; before departure it is the plan.
 */
export const estimateEta = ({ legs, position, recent, now }: EtaInput): EtaEstimate | undefined => {
  const nowMs = now.getTime()
  const estimated: EstimatedLeg[] = []
  let variance = 0
  let arrivalMs = 0
  for (const [index, leg] of legs.entries()) {
    if (leg.actualArrival) {
      arrivalMs = leg.actualArrival.getTime()
      continue
    }
    const plannedMs = Math.max(0, leg.plannedArrival.getTime() - leg.plannedDeparture.getTime())
    const departureMs = leg.actualDeparture?.getTime() ?? departureOf(leg, legs[index - 1], arrivalMs, nowMs)
    // A report that is old by now still tells from when on the way was left to go.
    const underWay = leg.actualDeparture && position && position.at >= leg.actualDeparture
    const since = underWay ? position.at.getTime() : departureMs
    arrivalMs = Math.max(nowMs, since + (underWay ? timeLeftMs(leg, position, recent) : plannedMs))
    const aheadMs = arrivalMs - Math.max(nowMs, departureMs)
    variance += (assumptions[leg.mode].spreadOfTravel * aheadMs) ** 2
    if (!leg.actualDeparture) variance += (spreadOfWaiting * waitOf(leg, legs[index - 1])) ** 2
    estimated.push({ sequence: leg.sequence, departure: new Date(departureMs), arrival: new Date(arrivalMs) })
  }
  if (estimated.length === 0) return undefined
  const spreadMs = tenPercent * Math.max(leastSpreadMs, Math.sqrt(variance))
  return {
    p10: new Date(Math.max(nowMs, Math.round(arrivalMs - skew.early * spreadMs))),
    p50: new Date(Math.round(arrivalMs)),
    p90: new Date(Math.round(arrivalMs + skew.late * spreadMs)),
    legs: estimated,
  }
}

/**
 * Ships and aircraft keep their day: their departure is the planned one, later where the leg before is late for it. Everything else
 * leaves when it is ready: the planned wait after the arrival, earlier than planned where that was early.
 */
const departureOf = (leg: TrackedLeg, previous: TrackedLeg | undefined, previousArrivalMs: number, nowMs: number) => {
  if (!previous) return Math.max(leg.plannedDeparture.getTime(), nowMs)
  const waitMs = waitOf(leg, previous)
  const { keepsItsDay } = assumptions[leg.mode]
  const readyMs = previousArrivalMs + (keepsItsDay ? shareOfWaitingNeeded : 1) * waitMs
  const expectedMs = keepsItsDay ? Math.max(leg.plannedDeparture.getTime(), readyMs) : readyMs
  // A wait that is over by the plan and still goes on will not end this minute.
  return Math.max(expectedMs, nowMs + shareOfWaitingOverdue * waitMs)
}

const waitOf = (leg: TrackedLeg, previous: TrackedLeg | undefined) =>
  previous ? Math.max(0, leg.plannedDeparture.getTime() - previous.plannedArrival.getTime()) : 0
