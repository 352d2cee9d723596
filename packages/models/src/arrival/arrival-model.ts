import {
  createDurationModel,
  type DurationModel,
  type DurationPrediction,
  restoreDurations,
  type StoredDurations,
} from '../duration/duration-model.ts'
import { asJourney, type FinishedStage, familyOf, type Stage } from './stage.ts'

/** What is kept of a trained model: of each family that beat the naive rule. JSON can carry it. */
export type ArrivalState = {
  families: Record<string, StoredDurations>
  /** The last outcome it learnt from; whoever goes on with it tells it those that came after. */
  learntUntil: number
}

export type StagePrediction = Pick<DurationPrediction, 'p10' | 'p50' | 'p90' | 'basis'>

/** How long stages take, as far as that was learnt. */
export type ArrivalModel = {
  /** Nothing where nothing was learnt that is better than the plan. */
  predict: (stage: Stage) => StagePrediction | undefined
  learn: (stage: FinishedStage) => void
}

export const createArrivalModel = ({ families }: Pick<ArrivalState, 'families'>): ArrivalModel => {
  const models = new Map<string, DurationModel>(
    Object.entries(families).map(([family, stored]) => [family, createDurationModel(restoreDurations(stored))]),
  )
  return {
    predict: (stage) => {
      const prediction = models.get(familyOf(stage))?.predict(asJourney(stage))
      if (!prediction) return undefined
      const { p10, p50, p90, basis } = prediction
      return { p10, p50, p90, basis }
    },
    learn: (stage) => {
      const { actualHours, ...journey } = asJourney(stage)
      models.get(familyOf(stage))?.learn(journey, actualHours)
    },
  }
}
