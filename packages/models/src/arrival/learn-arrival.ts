import { storeDurations } from '../duration/duration-model.ts'
import { givenNumber } from '../duration/journey.ts'
import { learnDurations } from '../duration/learn-durations.ts'
import type { ArrivalState } from './arrival-model.ts'
import { judgeByHoldOut } from './hold-out.ts'
import { asJourney, type FinishedStage, familyOf } from './stage.ts'

/**
 * Learns how long stages take, and keeps of each family only what beat the plan and its errors on the latest part of the past: where
 * moving is as planned and waiting is not, only waiting is learnt.
 */
export const learnArrival = (outcomes: FinishedStage[]): ArrivalState['families'] => {
  const learnt: ArrivalState['families'] = {}
  for (const [family, its] of Map.groupBy(outcomes, familyOf)) {
    const past = inOrderOfStart(its)
    if (judgeByHoldOut(past)?.isBetter) learnt[family] = storeDurations(learnDurations(past.map(asJourney)).state)
  }
  return learnt
}

/** By the start where all have one; otherwise as told, and no start is believed. */
const inOrderOfStart = (stages: FinishedStage[]): FinishedStage[] =>
  stages.every(({ startedAtMs }) => !Number.isNaN(givenNumber(startedAtMs)))
    ? stages.toSorted((one, other) => (one.startedAtMs as number) - (other.startedAtMs as number))
    : stages.map(({ startedAtMs: _, ...stage }) => stage)
