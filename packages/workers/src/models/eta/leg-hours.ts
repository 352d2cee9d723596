import type { ArrivalModel, StagePrediction } from '@lading/models/arrival/arrival-model'
import { givenProgress } from '@lading/models/duration/given-progress'
import type { HoursQuantiles } from '@lading/models/duration/journey'
import { stillToGo } from '@lading/models/duration/still-to-go'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { hourMs } from '../fix.ts'
import { routeFix } from '../route-fix.ts'
import { assumptions } from './assumptions.ts'
import type { EtaInput } from './eta-input.ts'
import { recentDelayHours } from './recent-pace.ts'
import { certain, shifted, spreadAbout } from './spread.ts'
import { legStage, plannedMs } from './stage-of.ts'

export type StageHours = { left: HoursQuantiles; basis: StagePrediction['basis'] }

/** A leg to come: what such legs have taken, or the plan with the spread that is assumed of its mode. */
export const wholeLeg = (leg: TrackedLeg, departureMs: number, learnt: ArrivalModel): StageHours => {
  const planned = plannedMs(leg) / hourMs
  const { hours, basis } = learnt.predict(legStage(leg, departureMs), spreadAbout(planned, assumptions[leg.mode].spreadOfTravel * planned))
  return { left: hours, basis }
}

/**
 * What is left of a leg that has begun: of what the whole is expected to take, now that so much of the way is behind after so long, and
 * as it goes just now. Without a position since the departure only the clock tells. A report that is old by now still tells what was left
 * then; goods that nobody hears of may have gone on.
 */
export const restOfLeg = (leg: TrackedLeg, departure: Date, { position, recent, now }: EtaInput, learnt: ArrivalModel): StageHours => {
  const { left: whole, basis } = wholeLeg(leg, departure.getTime(), learnt)
  const hoursUntil = (at: Date) => (at.getTime() - departure.getTime()) / hourMs
  if (!position || position.at < departure) return { left: stillToGo(whole, hoursUntil(now)), basis }
  const { alongKm, totalKm } = routeFix(leg, position)
  const behind = totalKm > 0 ? alongKm / totalKm : 1
  const elapsedHours = hoursUntil(position.at)
  const ageHours = (now.getTime() - position.at.getTime()) / hourMs
  if (behind >= 1) return { left: certain(0), basis }
  const evenness = learnt.evenness({ mode: leg.mode, plannedHours: plannedMs(leg) / hourMs })
  const left = stillToGo(givenProgress(whole, { behind, elapsedHours }, evenness), elapsedHours)
  return { left: shifted(left, recentDelayHours(leg, recent, left.p50, 1 - behind) - ageHours), basis }
}
