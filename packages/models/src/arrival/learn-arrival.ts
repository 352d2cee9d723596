import { storeDurations } from '../duration/duration-model.ts'
import { type FinishedJourney, givenNumber } from '../duration/journey.ts'
import { learnDurations } from '../duration/learn-durations.ts'
import type { ArrivalState } from './arrival-model.ts'
import { judgeByHoldOut } from './hold-out.ts'
import { asJourney, type FinishedStage, familyOf } from './stage.ts'

/**
 * Learns how long stages take, and keeps of each family only what beat the naive rule on the latest part of the past: where moving is as
 * planned and waiting is not, only waiting is learnt.
 */
export const learnArrival = (outcomes: FinishedStage[]): ArrivalState['families'] => {
  const learnt: ArrivalState['families'] = {}
  for (const [family, its] of Map.groupBy(outcomes, familyOf)) {
    const past = inOrderOfStart(its.map(asJourney))
    const judgement = judgeByHoldOut(past)
    if (judgement && judgement.pinball < judgement.naivePinball) learnt[family] = storeDurations(learnDurations(past).state)
  }
  return learnt
}

/** By the start where all have one; otherwise as told, and no start is believed. */
const inOrderOfStart = (journeys: FinishedJourney[]): FinishedJourney[] =>
  journeys.every(({ startedAtMs }) => !Number.isNaN(givenNumber(startedAtMs)))
    ? journeys.toSorted((one, other) => (one.startedAtMs as number) - (other.startedAtMs as number))
    : journeys.map(({ startedAtMs: _, ...journey }) => journey)
