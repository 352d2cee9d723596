import type { ArrivalModel } from '@lading/models/arrival/arrival-model'
import type { StageLink } from '@lading/models/duration/combine-stages'
import { stillToGo } from '@lading/models/duration/still-to-go'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { hourMs } from '../fix.ts'
import { assumptions, shareOfWaitingOverdue, spreadOfWaiting } from './assumptions.ts'
import type { StageHours } from './leg-hours.ts'
import { shifted, spreadAbout } from './spread.ts'
import { waitStage } from './stage-of.ts'
import { leastWaitMs, waitMs } from './waiting.ts'

/** A wait that goods are in. One that is over by the plan and still goes on will not end this minute. */
export const restOfWait = (
  leg: TrackedLeg,
  previous: TrackedLeg,
  arrived: Date,
  now: Date,
  learnt: ArrivalModel | undefined,
): StageHours => {
  const { whole, basis } = wholeWait(leg, previous, arrived.getTime(), learnt)
  const elapsed = (now.getTime() - arrived.getTime()) / hourMs
  if (basis) return { left: stillToGo(whole, elapsed), basis }
  const planned = waitMs(leg, previous) / hourMs
  return { left: spreadAbout(Math.max(whole.p50 - elapsed, shareOfWaitingOverdue * planned), spreadOfWaiting * planned), basis }
}

/**
 * A wait to come. Before a ship or an aircraft it is a timetable with a delay: goods that come late have less to wait, and those that come
 * too late leave when they are ready.
 */
export const waitToCome = (
  leg: TrackedLeg,
  previous: TrackedLeg,
  arrivalMs: number,
  now: Date,
  learnt: ArrivalModel | undefined,
): { link: StageLink; basis: StageHours['basis'] } => {
  const { whole, planned, basis } = wholeWait(leg, previous, arrivalMs, learnt)
  if (!assumptions[leg.mode].keepsItsDay) return { link: whole, basis }
  const timetable = {
    departsHours: (leg.plannedDeparture.getTime() - now.getTime()) / hourMs,
    neededHours: leastWaitMs(leg, previous) / hourMs,
  }
  return { link: { ...shifted(whole, -planned), timetable }, basis }
}

/** From the arrival to the departure. */
export const wholeWait = (leg: TrackedLeg, previous: TrackedLeg, arrivalMs: number, learnt: ArrivalModel | undefined) => {
  const stage = waitStage(leg, previous, arrivalMs)
  const planned = stage.plannedHours ?? 0
  const known = learnt?.predict(stage)
  if (known) return { whole: known, planned, basis: known.basis }
  return { whole: spreadAbout(planned, (spreadOfWaiting * waitMs(leg, previous)) / hourMs), planned, basis: null }
}
