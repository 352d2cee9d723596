import type { FinishedStage } from '@lading/models/arrival/stage'
import type { StageOutcome } from '@lading/store/postgres/stage-outcome/read'

/** An outcome as it is learnt from. */
export const finishedStage = ({
  kind,
  mode,
  carrier,
  origin,
  destination,
  startedAt,
  plannedHours,
  distanceKm,
  features,
  actualHours,
}: StageOutcome): FinishedStage => ({
  kind,
  actualHours,
  facts: features,
  ...(mode !== null && { mode }),
  ...(carrier !== null && { carrier }),
  ...(origin !== null && { origin }),
  ...(destination !== null && { destination }),
  ...(startedAt !== null && { startedAtMs: startedAt.getTime() }),
  ...(plannedHours !== null && { plannedHours }),
  ...(distanceKm !== null && { distanceKm }),
})
