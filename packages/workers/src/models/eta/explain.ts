import type { Combined, StageLink } from '@lading/models/duration/combine-stages'
import type { EtaStage } from '@lading/shared/domain/eta'
import type { StageKind } from '@lading/shared/domain/stage'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { hourMs } from '../fix.ts'
import type { StageHours } from './leg-hours.ts'
import { entersCountry } from './stage-of.ts'

/** A stage that is not over: what is left of it, and since when it runs if it does. */
export type PlacedStage = { sequence: number; kind: StageKind; link: StageLink; basis: StageHours['basis']; since: Date | null }

/**
 * The arrival time in its parts, those that are over included, so that two explanations of one shipment can be told apart part by part:
 * the middles add up to the whole way, from the first departure to the arrival.
 */
export const explain = (legs: TrackedLeg[], left: PlacedStage[], { parts }: Combined, now: Date): EtaStage[] => {
  let atHours = 0
  const ahead = left.flatMap(({ sequence, kind, link, basis, since }, index): EtaStage[] => {
    const elapsed = since ? Math.max(0, (now.getTime() - since.getTime()) / hourMs) : 0
    // A timetable waits from when goods are there, to when it says.
    const { timetable } = link
    const waited = timetable ? Math.max(timetable.departsHours - atHours, timetable.neededHours) : 0
    const add = elapsed + waited
    atHours += waited + link.p50
    // Before the first departure nothing is under way, and the plan is all there is to say.
    if (sequence === legs[0]?.sequence && kind !== 'leg') return []
    return [
      {
        sequence,
        kind,
        state: since ? 'running' : 'ahead',
        p10Hours: rounded(link.p10 + add),
        p50Hours: rounded(link.p50 + add),
        p90Hours: rounded(link.p90 + add),
        shareOfSpread: rounded(Math.max(0, parts[index]?.shareOfSpread ?? 0)),
        basis: basis && { group: basis.group, journeys: basis.journeys },
      },
    ]
  })
  return [...legs.flatMap((leg, index) => over(leg, legs[index - 1])), ...ahead]
}

const over = (leg: TrackedLeg, previous: TrackedLeg | undefined): EtaStage[] => {
  const { actualDeparture, actualArrival } = leg
  const stages: EtaStage[] = []
  if (previous?.actualArrival && actualDeparture)
    stages.push(done(leg, entersCountry(leg, previous) ? 'border' : 'dwell', previous.actualArrival, actualDeparture))
  if (actualDeparture && actualArrival) stages.push(done(leg, 'leg', actualDeparture, actualArrival))
  return stages
}

const done = ({ sequence }: TrackedLeg, kind: StageKind, from: Date, until: Date): EtaStage => {
  const hours = rounded((until.getTime() - from.getTime()) / hourMs)
  return { sequence, kind, state: 'done', p10Hours: hours, p50Hours: hours, p90Hours: hours, shareOfSpread: 0, basis: null }
}

const rounded = (value: number) => Math.round(value * 100) / 100
