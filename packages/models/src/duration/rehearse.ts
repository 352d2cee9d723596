import type { BoostRules } from '../boosting/boost.ts'
import { examplesOf, type Seen } from './as-of-start.ts'
import { finishingWeights } from './chance-to-have-finished.ts'
import type { Columns } from './columns.ts'
import { lossOf } from './expert-trial.ts'
import { endedAtMs, givenNumber, type Triple } from './journey.ts'
import type { ScaleBase } from './scale.ts'
import { settle, settledRow } from './settled.ts'
import { askTrees, readyTreeExpert, type TreeEffort, type TreeMethod, tryTreeExpert } from './tree-expert.ts'

export type Rehearsed = TreeMethod & { rounds: number[]; answers: Triple[]; loss: number }

/**
 * Grows trees on what was over when journey `from` began, by each method, and lets them answer for the journeys from there up to `to`:
 * as it would have been then. Without a calendar all earlier journeys were over.
 */
export const rehearse = (
  seen: Seen[],
  from: number,
  to: number,
  methods: TreeMethod[],
  columns: Columns,
  base: ScaleBase,
  effort: Omit<TreeEffort, 'repeats'>,
  settledRules: Partial<BoostRules>,
) => {
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
  const settled = settle(
    learnt.map(({ journey }) => journey),
    columns,
  )
  const fresh = ({ row }: Seen) => row
  const long = ({ journey }: Seen) => settledRow(settled, columns, journey)
  const actual = judged.map(({ journey }) => journey.actualHours)
  return methods.map((method): Rehearsed => {
    const rowOf = method.settled ? long : fresh
    const its = method.settled ? { ...effort, rules: { ...effort.rules, ...settledRules } } : effort
    const examples = examplesOf([...learnt, ...judged], weights, rowOf)
    const { rounds, expert } = tryTreeExpert(examples, learnt.length, method.scale, base, its)
    const ready = readyTreeExpert(expert)
    const answers = judged.map((one) =>
      askTrees(ready, rowOf(one), { planned: givenNumber(one.journey.plannedHours), recent: one.lately[0]?.[1] ?? Number.NaN }, base),
    )
    return { ...method, rounds, answers, loss: lossOf(answers, actual) }
  })
}
