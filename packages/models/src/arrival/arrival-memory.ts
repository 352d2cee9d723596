import { type EvennessMemory, tellEvenness } from './evenness.ts'
import { type PlanErrors, tellPlanErrors } from './plan-errors.ts'
import type { FinishedStage } from './stage.ts'
import type { WholeArrivals } from './whole-arrivals.ts'

/** What arrival times rest on besides a trained model: what plans, progress and whole arrival times have been worth. Plain data. */
export type ArrivalMemory = { planErrors: PlanErrors; evenness: EvennessMemory; wholes: WholeArrivals }

export const newArrivalMemory = (): ArrivalMemory => ({ planErrors: {}, evenness: {}, wholes: {} })

export const rememberStage = ({ planErrors, evenness }: ArrivalMemory, stage: FinishedStage) => {
  tellPlanErrors(planErrors, stage)
  tellEvenness(evenness, stage)
}
