import {
  createDurationModel,
  type DurationModel,
  type DurationPrediction,
  restoreDurations,
  type StoredDurations,
} from '../duration/duration-model.ts'
import type { Evenness } from '../duration/given-progress.ts'
import type { HoursQuantiles } from '../duration/journey.ts'
import { type ArrivalMemory, newArrivalMemory } from './arrival-memory.ts'
import { askCommonCause } from './common-cause.ts'
import { askEvenness } from './evenness.ts'
import { askPlanErrors } from './plan-errors.ts'
import { asJourney, type FinishedStage, familyOf, type Stage } from './stage.ts'
import { type AddedUp, type Calibrated, calibrateWhole } from './whole-arrivals.ts'

/** What is kept of a trained model: of each family that beat the plan and its errors. JSON can carry it. */
export type ArrivalState = {
  families: Record<string, StoredDurations>
  /** The last outcome it learnt from; whoever goes on with it tells it those that came after. */
  learntUntil: number
}

/** Nothing to rest on where there is only what was assumed. */
export type StagePrediction = { hours: HoursQuantiles; basis: Pick<DurationPrediction['basis'], 'group' | 'journeys'> | null }

/** How long stages take, and what arrival times added up from them are worth, as far as that was learnt. */
export type ArrivalModel = {
  /** As long as such stages took where that tells more than the plan; otherwise the plan with its errors; at first what was assumed. */
  predict: (stage: Stage, assumed: HoursQuantiles) => StagePrediction
  /** How the passing of the way and of time go together on such legs. */
  evenness: (stage: Pick<Stage, 'mode' | 'plannedHours'>) => Evenness
  /** How much the stages of one journey are late together: the correlation of their normal scores. */
  commonCause: () => number
  /** A whole arrival time, made worth what it claims. */
  calibrate: (addedUp: AddedUp) => Calibrated
  /** Tells the trained part. Memories are told by whoever keeps them. */
  learn: (stage: FinishedStage) => void
}

/** Trained families with a memory, which outlives them. */
export const createArrivalModel = (
  { families }: Pick<ArrivalState, 'families'>,
  memory: ArrivalMemory = newArrivalMemory(),
): ArrivalModel => {
  const models = new Map<string, DurationModel>(
    Object.entries(families).map(([family, stored]) => [family, createDurationModel(restoreDurations(stored))]),
  )
  return {
    predict: (stage, assumed) => {
      const known = models.get(familyOf(stage))?.predict(asJourney(stage))
      if (known) {
        const { p10, p50, p90, basis } = known
        return { hours: { p10, p50, p90 }, basis }
      }
      const { hours, journeys } = askPlanErrors(memory.planErrors, stage, assumed) ?? { hours: assumed, journeys: 0 }
      return { hours, basis: journeys > 0 ? { group: 'all', journeys } : null }
    },
    evenness: (stage) => askEvenness(memory.evenness, stage),
    commonCause: () => askCommonCause(memory.commonCause),
    calibrate: (addedUp) => calibrateWhole(memory.wholes, addedUp),
    learn: (stage) => {
      const { actualHours, halfwayHours: _, partOf: __, ...journey } = asJourney(stage)
      models.get(familyOf(stage))?.learn(journey, actualHours)
    },
  }
}
