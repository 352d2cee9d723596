import type { StageKind } from '@lading/shared/domain/stage'
import { endedAtMs, type Journey } from '../duration/journey.ts'

/** One part of a journey, as it is known when it is asked how long it will take. */
export type Stage = Journey & { kind: StageKind }
export type FinishedStage = Stage & {
  actualHours: number
  /** Of a leg, when half of its way was behind, in hours from its beginning; where somebody saw it. */
  halfwayHours?: number
  /** Which journey it was a stage of, where that is known; any name tells them apart. */
  partOf?: string
}

/**
 * Moving and waiting are different matters, and so are ships and lorries: each has a model of its own, and what pools where data are few
 * pools like with like.
 */
export const familyOf = ({ kind, mode = '' }: Stage) => `${kind === 'leg' ? 'moving' : 'waiting'} ${mode}`

/** The stage as the duration model takes it. What kind of waiting it is, is a fact like any other. */
export const asJourney = <Its extends Stage>({ kind, ...journey }: Its): Omit<Its, 'kind'> =>
  kind === 'leg' ? journey : { ...journey, facts: { ...journey.facts, stage: kind } }

/** As they became known; without a calendar, as told. */
export const inOrderOfEnd = (stages: FinishedStage[]): FinishedStage[] =>
  stages.some(({ startedAtMs }) => startedAtMs === undefined) ? stages : stages.toSorted((one, other) => endedAtMs(one) - endedAtMs(other))

/** Under which stages are shown together: a lane, or the place of waiting. */
export const laneOf = ({ kind, origin = '', destination = '' }: Stage) =>
  kind === 'leg' ? `${origin} → ${destination}` : `waiting in ${destination}`
