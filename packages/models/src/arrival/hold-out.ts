import { pinball } from '../boosting/quantile-loss.ts'
import { replay } from '../duration/in-order-of-outcome.ts'
import { endedAtMs, type FinishedJourney, type HoursQuantiles, levels } from '../duration/journey.ts'
import { learnDurations } from '../duration/learn-durations.ts'
import { naiveRule } from './naive-rule.ts'

/** Of the past, this latest share is kept back to judge by. */
const heldBack = 0.25
/** Fewer cases than these prove nothing. */
export const fewestCases = 20

/** Mean pinball losses, in hours. */
export type Judgement = { cases: number; pinball: number; naivePinball: number }

/**
 * How good a model would have been that had learnt from the past when the latest part of it began, and went on learning as outcomes came
 * in, beside the naive rule. Journeys in the order of their start. Nothing where there are too few to tell.
 */
export const judgeByHoldOut = (past: FinishedJourney[]): Judgement | undefined => {
  const from = Math.floor((1 - heldBack) * past.length)
  const judged = past.slice(from)
  const startMs = judged[0]?.startedAtMs
  const before = past.slice(0, from)
  // What had begun but was not over could not be learnt from.
  const over = startMs === undefined ? before : before.filter((journey) => endedAtMs(journey) <= startMs)
  if (judged.length < fewestCases || over.length < fewestCases) return undefined
  const model = learnDurations(over)
  const naive = naiveRule(over)
  const sums = { pinball: 0, naivePinball: 0 }
  replay(
    judged,
    (journey) => {
      const { actualHours } = journey
      const said = model.predict(journey)
      const rule = naive(journey)
      sums.pinball += lossOf(said, actualHours)
      sums.naivePinball += lossOf(rule, actualHours)
      return said
    },
    (journey, said) => model.learn(journey, journey.actualHours, said),
  )
  return { cases: judged.length, pinball: sums.pinball / judged.length, naivePinball: sums.naivePinball / judged.length }
}

const lossOf = ({ p10, p50, p90 }: HoursQuantiles, actual: number) =>
  (pinball(levels[0], actual, p10) + pinball(levels[1], actual, p50) + pinball(levels[2], actual, p90)) / 3
