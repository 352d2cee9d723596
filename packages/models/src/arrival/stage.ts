import type { StageKind } from '@lading/shared/domain/stage'
import type { Journey } from '../duration/journey.ts'

/** One part of a journey, as it is known when it is asked how long it will take. */
export type Stage = Journey & { kind: StageKind }
export type FinishedStage = Stage & { actualHours: number }

/**
 * Moving and waiting are different matters, and so are ships and lorries: each has a model of its own, and what pools where data are few
 * pools like with like.
 */
export const familyOf = ({ kind, mode = '' }: Stage) => `${kind === 'leg' ? 'moving' : 'waiting'} ${mode}`

/** The stage as the duration model takes it. What kind of waiting it is, is a fact like any other. */
export const asJourney = <Its extends Stage | FinishedStage>({ kind, ...journey }: Its): Omit<Its, 'kind'> =>
  kind === 'leg' ? journey : { ...journey, facts: { ...journey.facts, stage: kind } }

/** Under which stages are shown together: a lane, or the place of waiting. */
export const laneOf = ({ kind, origin = '', destination = '' }: Stage) =>
  kind === 'leg' ? `${origin} → ${destination}` : `waiting in ${destination}`
