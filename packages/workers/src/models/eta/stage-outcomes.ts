import type { Stage } from '@lading/models/arrival/stage'
import type { NewStageOutcome } from '@lading/store/postgres/stage-outcome/record'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { hourMs } from '../fix.ts'
import { legStage, waitStage } from './stage-of.ts'

/** The truth about the stages that ended since `before`: waits that ended with a departure, legs that ended with an arrival. */
export const stageOutcomes = (shipmentId: string, before: TrackedLeg[], after: TrackedLeg[]): NewStageOutcome[] =>
  after.flatMap((leg, index) => {
    const known = before[index]
    const previous = after[index - 1]
    const outcomes: NewStageOutcome[] = []
    const add = (stage: Stage, from: Date, until: Date, halfwayAt: Date | null = null) => {
      const actualHours = hoursBetween(from, until)
      if (actualHours < 0) return
      const halfwayHours = halfwayAt && hoursBetween(from, halfwayAt)
      outcomes.push({ ...outcomeOf(shipmentId, leg.sequence, stage, from, actualHours), halfwayHours })
    }
    if (previous?.actualArrival && leg.actualDeparture && !known?.actualDeparture)
      add(waitStage(leg, previous, previous.actualArrival.getTime()), previous.actualArrival, leg.actualDeparture)
    if (leg.actualDeparture && leg.actualArrival && !known?.actualArrival)
      add(legStage(leg, leg.actualDeparture.getTime()), leg.actualDeparture, leg.actualArrival, leg.halfwayAt)
    return outcomes
  })

const hoursBetween = (from: Date, until: Date) => (until.getTime() - from.getTime()) / hourMs

const outcomeOf = (shipmentId: string, legSequence: number, stage: Stage, startedAt: Date, actualHours: number): NewStageOutcome => ({
  key: `shipment/${shipmentId}/${stage.kind === 'leg' ? 'leg' : 'wait'}/${legSequence}`,
  kind: stage.kind,
  mode: stage.mode,
  carrier: stage.carrier,
  origin: stage.origin,
  destination: stage.destination,
  startedAt,
  plannedHours: stage.plannedHours,
  distanceKm: stage.distanceKm,
  features: stage.facts ?? {},
  actualHours,
  source: 'live',
  shipmentId,
  legSequence,
})
