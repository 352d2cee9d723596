import type { ArrivalModel } from '@lading/models/arrival/arrival-model'
import type { StageLink } from '@lading/models/duration/combine-stages'
import { stillToGo } from '@lading/models/duration/still-to-go'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { hourMs } from '../fix.ts'
import { assumptions, spreadOfWaiting } from './assumptions.ts'
import type { StageHours } from './leg-hours.ts'
import { shifted, spreadAbout } from './spread.ts'
import { waitStage } from './stage-of.ts'
import { leastWaitMs, waitMs } from './waiting.ts'

/** A wait that goods are in. One that is over by the plan and still goes on will not end this minute. */
export const restOfWait = (leg: TrackedLeg, previous: TrackedLeg, arrived: Date, now: Date, learnt: ArrivalModel): StageHours => {
  const { whole, basis } = wholeWait(leg, previous, arrived.getTime(), learnt)
  const elapsed = (now.getTime() - arrived.getTime()) / hourMs
  return { left: stillToGo(whole, elapsed), basis }
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
  learnt: ArrivalModel,
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
export const wholeWait = (leg: TrackedLeg, previous: TrackedLeg, arrivalMs: number, learnt: ArrivalModel) => {
  const stage = waitStage(leg, previous, arrivalMs)
  const planned = stage.plannedHours ?? 0
  const assumed = spreadAbout(planned, (spreadOfWaiting * waitMs(leg, previous)) / hourMs)
  const { hours: whole, basis } = learnt.predict(stage, assumed)
  return { whole, planned, basis }
}
