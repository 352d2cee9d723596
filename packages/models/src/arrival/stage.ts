import type { StageKind } from '@lading/shared/domain/stage'
import type { Journey } from '../duration/journey.ts'

/** One part of a journey, as it is known when it is asked how long it will take. */
export type Stage = Journey & { kind: StageKind }
export type FinishedStage = Stage & { actualHours: number }

/** Moving and waiting are different matters: each has a model of its own. */
export const families = ['moving', 'waiting'] as const
export type Family = (typeof families)[number]
export const familyOf = (kind: StageKind): Family => (kind === 'leg' ? 'moving' : 'waiting')

/** The stage as the duration model takes it. What kind of waiting it is, is a fact like any other. */
export const asJourney = <Its extends Stage | FinishedStage>({ kind, ...journey }: Its): Omit<Its, 'kind'> =>
  kind === 'leg' ? journey : { ...journey, facts: { ...journey.facts, stage: kind } }

/** Under which stages are shown together: a lane, or the place of waiting. */
export const laneOf = ({ kind, origin = '', destination = '' }: Stage) =>
  kind === 'leg' ? `${origin} → ${destination}` : `waiting in ${destination}`
