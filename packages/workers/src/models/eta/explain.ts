import type { Combined, StageLink } from '@lading/models/duration/combine-stages'
import type { HoursQuantiles } from '@lading/models/duration/journey'
import type { EtaStage, EtaStageKind } from '@lading/shared/domain/eta'
import type { StageKind } from '@lading/shared/domain/stage'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { hourMs } from '../fix.ts'
import type { PlacedClearance } from './clearance.ts'
import type { StageHours } from './leg-hours.ts'
import { entersCountry } from './stage-of.ts'

/** A stage that is not over: what is left of it, since when it runs if it does, and the clearance that runs beside it. */
export type PlacedStage = {
  sequence: number
  kind: StageKind
  link: StageLink
  basis: StageHours['basis']
  since: Date | null
  cleared: PlacedClearance | undefined
}

/**
 * The arrival time in its parts, those that are over included, so that two explanations of one shipment can be told apart part by part:
 * the middles add up to the whole way, from the first departure to the arrival.
 */
export const explain = (
  legs: TrackedLeg[],
  left: PlacedStage[],
  { parts }: Combined,
  now: Date,
  clearedBefore: PlacedClearance[],
): EtaStage[] => {
  let atHours = 0
  const ahead = left.flatMap(({ sequence, kind, link, basis, since, cleared }, index): EtaStage[] => {
    const lost = cleared?.lostHours ?? 0
    const elapsed = since ? Math.max(0, (now.getTime() - since.getTime()) / hourMs - lost) : 0
    // A timetable waits from when goods are there, to when it says.
    const { timetable } = link
    const waited = timetable ? Math.max(timetable.departsHours - atHours, timetable.neededHours) : 0
    const add = elapsed + waited
    const beside = parts[index]?.beside
    atHours += waited + link.p50 + (beside?.added.p50 ?? 0)
    const customs: EtaStage[] = cleared
      ? [
          {
            ...{ sequence, kind: 'customs', state: !beside ? 'done' : since ? 'running' : 'ahead' },
            ...range(beside?.added, lost),
            ...{ shareOfSpread: rounded(Math.max(0, beside?.shareOfSpread ?? 0)), basis: null, customs: cleared.customs },
          },
        ]
      : []
    // Before the first departure nothing is under way, and the plan is all there is to say.
    if (sequence === legs[0]?.sequence && kind !== 'leg') return customs
    return [
      {
        ...{ sequence, kind, state: since ? 'running' : 'ahead' },
        ...range(link, add),
        shareOfSpread: rounded(Math.max(0, parts[index]?.shareOfSpread ?? 0)),
        basis: basis && { group: basis.group, journeys: basis.journeys },
      },
      ...customs,
    ]
  })
  return [...legs.flatMap((leg, index) => over(leg, legs[index - 1], clearedBefore)), ...ahead]
}

const over = (leg: TrackedLeg, previous: TrackedLeg | undefined, clearedBefore: PlacedClearance[]): EtaStage[] => {
  const { sequence, actualDeparture, actualArrival } = leg
  const stages: EtaStage[] = []
  if (previous?.actualArrival && actualDeparture) {
    const cleared = clearedBefore.find(({ legSequence }) => legSequence === sequence)
    const lost = cleared?.lostHours ?? 0
    const kind = entersCountry(leg, previous) ? 'border' : 'dwell'
    stages.push(done(leg, kind, (actualDeparture.getTime() - previous.actualArrival.getTime()) / hourMs - lost))
    if (cleared) stages.push({ ...done(leg, 'customs', lost), customs: cleared.customs })
  }
  if (actualDeparture && actualArrival) stages.push(done(leg, 'leg', (actualArrival.getTime() - actualDeparture.getTime()) / hourMs))
  return stages
}

const done = ({ sequence }: TrackedLeg, kind: EtaStageKind, hours: number): EtaStage => ({
  ...{ sequence, kind, state: 'done' },
  ...range(undefined, hours),
  ...{ shareOfSpread: 0, basis: null },
})

const range = (of: HoursQuantiles | undefined, add: number) => ({
  p10Hours: rounded((of?.p10 ?? 0) + add),
  p50Hours: rounded((of?.p50 ?? 0) + add),
  p90Hours: rounded((of?.p90 ?? 0) + add),
})

const rounded = (value: number) => Math.round(value * 100) / 100
