import { pinball } from '../boosting/quantile-loss.ts'
import { coldStart } from '../duration/cold-start.ts'
import { replay } from '../duration/in-order-of-outcome.ts'
import { endedAtMs, type HoursQuantiles, levels } from '../duration/journey.ts'
import { learnDurations } from '../duration/learn-durations.ts'
import { naiveRule } from './naive-rule.ts'
import { askPlanErrors, type PlanErrors, tellPlanErrors } from './plan-errors.ts'
import { asJourney, type FinishedStage, inOrderOfEnd } from './stage.ts'

/** Of the past, this latest share is kept back to judge by. */
const heldBack = 0.25
/** Fewer cases than these prove nothing. */
export const fewestCases = 20

/** Mean pinball losses, in hours: of the model, of the naive rule, and of the plan with its latest errors. */
export type Judgement = {
  cases: number
  pinball: number
  naivePinball: number
  planPinball: number
  /** Whether the model's losses are smaller than those of the better of the rules, by more than their standard error. */
  isBetter: boolean
}

/**
 * How good a model of a family of stages would have been that had learnt from the past when the latest part of it began, and went on
 * learning as outcomes came in, beside rules that do the same. Stages in the order of their start. Nothing where there are too few to tell.
 */
export const judgeByHoldOut = (past: FinishedStage[]): Judgement | undefined => {
  const from = Math.floor((1 - heldBack) * past.length)
  const judged = past.slice(from)
  const startMs = judged[0]?.startedAtMs
  const before = past.slice(0, from)
  // What had begun but was not over could not be learnt from.
  const over = startMs === undefined ? before : before.filter((stage) => endedAtMs(stage) <= startMs)
  if (judged.length < fewestCases || over.length < fewestCases) return undefined
  const model = learnDurations(over.map(asJourney))
  const naive = naiveRule(over.map(asJourney))
  const planErrors: PlanErrors = {}
  for (const stage of inOrderOfEnd(over)) tellPlanErrors(planErrors, stage)
  const losses: [model: number, naive: number, plan: number][] = []
  replay(
    judged,
    (stage) => {
      const { actualHours } = stage
      const journey = asJourney(stage)
      const said = model.predict(journey)
      const rule = naive(journey)
      const [p10, p50, p90] = coldStart(journey)
      const plan = askPlanErrors(planErrors, stage, { p10, p50, p90 })?.hours ?? rule
      losses.push([lossOf(said, actualHours), lossOf(rule, actualHours), lossOf(plan, actualHours)])
      return said
    },
    (stage, said) => {
      model.learn(asJourney(stage), stage.actualHours, said)
      tellPlanErrors(planErrors, stage)
    },
  )
  const meanOf = (of: (loss: (typeof losses)[number]) => number) => losses.reduce((sum, loss) => sum + of(loss), 0) / losses.length
  const [modelLoss, naivePinball, planPinball] = [meanOf(([its]) => its), meanOf(([, its]) => its), meanOf(([, , its]) => its)]
  const rival = planPinball < naivePinball ? 2 : 1
  const gain = meanOf((loss) => loss[rival] - loss[0])
  const variance = meanOf((loss) => (loss[rival] - loss[0] - gain) ** 2)
  return {
    cases: losses.length,
    pinball: modelLoss,
    naivePinball,
    planPinball,
    isBetter: gain > Math.sqrt(variance / losses.length),
  }
}

const lossOf = ({ p10, p50, p90 }: HoursQuantiles, actual: number) =>
  (pinball(levels[0], actual, p10) + pinball(levels[1], actual, p50) + pinball(levels[2], actual, p90)) / 3
