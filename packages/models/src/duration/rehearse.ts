import { examplesOf, type Seen } from './as-of-start.ts'
import { finishingWeights } from './chance-to-have-finished.ts'
import { lossOf } from './expert-trial.ts'
import { endedAtMs, givenNumber, type Triple } from './journey.ts'
import type { Scale, ScaleBase } from './scale.ts'
import { askTrees, readyTreeExpert, type TreeEffort, tryTreeExpert } from './tree-expert.ts'

export type Rehearsed = { scale: Scale; rounds: number[]; answers: Triple[]; loss: number }

/**
 * Grows trees on what was over when journey `from` began, on each scale, and lets them answer for the journeys from there up to `to`:
 * as it would have been then. Without a calendar all earlier journeys were over.
 */
export const rehearse = (seen: Seen[], from: number, to: number, scales: Scale[], base: ScaleBase, effort: Omit<TreeEffort, 'repeats'>) => {
  const asOfMs = givenNumber(seen[from]?.journey.startedAtMs)
  const learnt = seen.slice(0, from).filter(({ journey }) => Number.isNaN(asOfMs) || !(endedAtMs(journey) > asOfMs))
  const judged = seen.slice(from, to)
  const weights = new Float64Array(learnt.length + judged.length).fill(1)
  weights.set(
    finishingWeights(
      learnt.map(({ journey }) => journey),
      asOfMs,
    ),
  )
  const examples = examplesOf([...learnt, ...judged], weights)
  const actual = judged.map(({ journey }) => journey.actualHours)
  return scales.map((scale): Rehearsed => {
    const { rounds, expert } = tryTreeExpert(examples, learnt.length, scale, base, effort)
    const ready = readyTreeExpert(expert)
    const answers = judged.map(({ row, journey, lately }) =>
      askTrees(ready, row, { planned: givenNumber(journey.plannedHours), recent: lately[0]?.[1] ?? Number.NaN }, base),
    )
    return { scale, rounds, answers, loss: lossOf(answers, actual) }
  })
}
