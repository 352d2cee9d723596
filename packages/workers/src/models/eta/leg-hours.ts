import type { ArrivalModel, StagePrediction } from '@lading/models/arrival/arrival-model'
import type { HoursQuantiles } from '@lading/models/duration/journey'
import { stillToGo } from '@lading/models/duration/still-to-go'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { hourMs } from '../fix.ts'
import { assumptions } from './assumptions.ts'
import type { EtaInput } from './estimate.ts'
import { shifted, spreadAbout } from './spread.ts'
import { legStage, plannedMs } from './stage-of.ts'
import { timeLeft } from './time-left.ts'

export type StageHours = { left: HoursQuantiles; basis: StagePrediction['basis'] | null }

/** A leg to come: what such legs have taken, or the plan with the spread that is assumed of its mode. */
export const wholeLeg = (leg: TrackedLeg, departureMs: number, learnt: ArrivalModel | undefined): StageHours => {
  const known = learnt?.predict(legStage(leg, departureMs))
  const planned = plannedMs(leg) / hourMs
  return known
    ? { left: known, basis: known.basis }
    : { left: spreadAbout(planned, assumptions[leg.mode].spreadOfTravel * planned), basis: null }
}

/**
 * What is left of a leg that has begun. The way that is left says how much of the usual duration is, recent speed corrects that, and what
 * is not known of the duration shrinks with the square root of the way: what delays goods happens along it. Without a position since the
 * departure only the clock tells. A report that is old by now still tells from when on the way was left to go.
 */
export const restOfLeg = (
  leg: TrackedLeg,
  departure: Date,
  { position, recent, now }: EtaInput,
  learnt: ArrivalModel | undefined,
): StageHours => {
  const whole = wholeLeg(leg, departure.getTime(), learnt)
  const elapsed = (now.getTime() - departure.getTime()) / hourMs
  if (!position || position.at < departure)
    return whole.basis ? { ...whole, left: stillToGo(whole.left, elapsed) } : { ...whole, left: shifted(whole.left, -elapsed) }
  const { p10, p50, p90 } = whole.left
  const { ms, share } = timeLeft(leg, position, recent, p50 * hourMs)
  const middle = ms / hourMs
  // Assumed spreads are shares of what is ahead; learnt ones are known of the whole.
  const width = whole.basis ? Math.sqrt(share) : p50 > 0 ? middle / p50 : 0
  const left = { p10: middle - (p50 - p10) * width, p50: middle, p90: middle + (p90 - p50) * width }
  return { ...whole, left: shifted(left, -(now.getTime() - position.at.getTime()) / hourMs) }
}
