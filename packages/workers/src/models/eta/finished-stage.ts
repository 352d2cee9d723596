import type { FinishedStage } from '@lading/models/arrival/stage'
import type { NewStageOutcome } from '@lading/store/postgres/stage-outcome/record'

/** An outcome as it is learnt from. */
export const finishedStage = (outcome: NewStageOutcome): FinishedStage => {
  const { kind, mode, carrier, origin, destination, startedAt, plannedHours, distanceKm, features, actualHours, halfwayHours, shipmentId } =
    outcome
  return {
    kind,
    actualHours,
    facts: features,
    ...(mode && { mode }),
    ...(carrier && { carrier }),
    ...(origin && { origin }),
    ...(destination && { destination }),
    ...(startedAt && { startedAtMs: startedAt.getTime() }),
    ...(isKnown(plannedHours) && { plannedHours }),
    ...(isKnown(distanceKm) && { distanceKm }),
    ...(isKnown(halfwayHours) && { halfwayHours }),
    ...(shipmentId && { partOf: shipmentId }),
  }
}

const isKnown = (value: number | null | undefined): value is number => value !== null && value !== undefined
