import { type CommonCause, newCommonCause, tellCommonCause } from './common-cause.ts'
import { type EvennessMemory, tellEvenness } from './evenness.ts'
import { type PlanErrors, tellPlanErrors } from './plan-errors.ts'
import type { FinishedStage } from './stage.ts'
import type { WholeArrivals } from './whole-arrivals.ts'

/** What arrival times rest on besides a trained model: what plans, progress and whole arrival times have been worth. */
export type ArrivalMemory = { planErrors: PlanErrors; evenness: EvennessMemory; commonCause: CommonCause; wholes: WholeArrivals }

export const newArrivalMemory = (): ArrivalMemory => ({ planErrors: {}, evenness: {}, commonCause: newCommonCause(), wholes: {} })

export const rememberStage = ({ planErrors, evenness, commonCause }: ArrivalMemory, stage: FinishedStage) => {
  tellCommonCause(commonCause, planErrors, stage)
  tellPlanErrors(planErrors, stage)
  tellEvenness(evenness, stage)
}
