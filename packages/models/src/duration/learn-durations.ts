import { examplesOf, type Seen, seeAsOfStart } from './as-of-start.ts'
import { finishingWeights, lastEndMs } from './chance-to-have-finished.ts'
import { columnsOf } from './columns.ts'
import { createDurationModel, type DurationModel, learnCombination } from './duration-model.ts'
import { effortFor, fewestForTrees, mostExamples } from './effort.ts'
import { bestOf, lossOf } from './expert-trial.ts'
import { replay } from './in-order-of-outcome.ts'
import { type FinishedJourney, givenNumber, type Triple } from './journey.ts'
import { newCoverage } from './keep-coverage.ts'
import { evenMixture } from './mix-experts.ts'
import { newRecentExpert } from './recent-expert.ts'
import { rehearse } from './rehearse.ts'
import type { Scale, ScaleBase } from './scale.ts'
import { settle, settledRow } from './settled.ts'
import { growTreeExpert, type TreeExpert, type TreeMethod } from './tree-expert.ts'

/** At least so many trees, and experts that did not lose more than this share against the best. */
const fewestTrees = 30
const withinOfBest = 1.15
const mostTreeExperts = 4
const mostRecentExperts = 2

/**
 * Learns how long journeys take from those that are over, in the order of their start where there is a calendar, otherwise in the order
 * given. The past is lived through twice up to a point and then to the end, to see which scales serve, how many trees are enough, how
 * much each expert counts, and what P10 and P90 are worth; then trees are grown on all of it. With few journeys or none it is what was
 * usual lately, and at the very start the plan or the distance.
 */
export const learnDurations = (given: FinishedJourney[]): DurationModel => {
  const past = inOrderOfStart(given.filter(({ actualHours }) => Number.isFinite(actualHours) && actualHours >= 0))
  const columns = columnsOf(past)
  const base = baseOf(past)
  const recent = [newRecentExpert('hours'), ...(columns.plan ? [newRecentExpert('log-to-plan'), newRecentExpert('beyond-plan')] : [])]
  const { history, seen } = seeAsOfStart(past, columns, recent, base, mostExamples)
  const state = { base, history, recent, trees: [], coverage: newCoverage() }
  const tail = seen.slice(seen.length >> 1)
  const recentLosses = recent.map((_, at) =>
    lossOf(
      tail.map(({ lately }) => lately[at] as Triple),
      tail.map(({ journey }) => journey.actualHours),
    ),
  )

  if (seen.length < fewestForTrees) {
    const asked = seen.length === 0 ? [...recent.keys()] : bestOf(recentLosses, withinOfBest, mostRecentExperts)
    const model = createDurationModel({ ...state, asked, mixture: evenMixture(asked.length) })
    practise(model, seen, ({ lately }) => asked.map((at) => lately[at] as Triple))
    return model
  }

  const efforts = effortFor(seen.length, seen[0]?.row.length ?? 0)
  const half = seen.length >> 1
  const later = Math.floor(0.75 * seen.length)
  const scales: Scale[] = ['hours', 'log', 'log-to-recent', ...(columns.plan ? (['beyond-plan', 'log-to-plan'] as const) : [])]
  const methods: TreeMethod[] = [...scales.map((scale) => ({ scale })), { scale: 'hours', settled: true }]
  const rehearseFrom = (from: number, to: number, by: TreeMethod[], effort: typeof efforts.choosing) =>
    rehearse(seen, from, to, by, columns, base, effort, efforts.settledRules)
  const tried = rehearseFrom(half, later, methods, efforts.choosing)
  const losses = tried.map(({ loss }) => loss)
  const chosen = bestOf(losses, withinOfBest, mostTreeExperts).map((at) => tried[at] as (typeof tried)[number])
  const rehearsed = rehearseFrom(
    later,
    seen.length,
    chosen.map(({ scale, settled }) => ({ scale, settled })),
    efforts.rehearsing,
  )
  // The best of what was usual lately is always asked: when the world changes, trees go on as before. The others only if they add something.
  const bestTrees = Math.min(...losses)
  const bestRecent = Math.min(...recentLosses)
  const asked = bestOf(recentLosses, withinOfBest, mostRecentExperts).filter((at) => {
    const loss = recentLosses[at] as number
    return loss === bestRecent || loss < 1.3 * bestTrees
  })

  const weights = finishingWeights(
    seen.map(({ journey }) => journey),
    lastEndMs(past),
  )
  const examples = examplesOf(seen, weights)
  const settled = settle(
    seen.map(({ journey }) => journey),
    columns,
  )
  const trees = rehearsed.map(({ scale, settled: isSettled, rounds: many }): TreeExpert => {
    const rounds = many.map((its) => Math.max(fewestTrees, Math.round(1.1 * its)))
    if (!isSettled) return growTreeExpert(examples, scale, base, { rounds, repeats: efforts.repeats, rules: efforts.rules })
    const long = examplesOf(seen, weights, ({ journey }) => settledRow(settled, columns, journey))
    const effort = { rounds, repeats: efforts.repeats, rules: { ...efforts.rules, ...efforts.settledRules } }
    return { ...growTreeExpert(long, scale, base, effort), settled }
  })
  const model = createDurationModel({ ...state, trees, asked, mixture: evenMixture(trees.length + asked.length) })
  practise(model, seen.slice(half), ({ lately }, at) => [
    ...(at < later - half
      ? chosen.map(({ answers }) => answers[at] as Triple)
      : rehearsed.map(({ answers }) => answers[at - (later - half)] as Triple)),
    ...asked.map((which) => lately[which] as Triple),
  ])
  return model
}

/** How much each expert counts and how far the ends are moved, learnt from what was answered in rehearsal, as the outcomes came in. */
const practise = ({ state }: DurationModel, seen: Seen[], answersOf: (seen: Seen, at: number) => Triple[]) =>
  replay(
    seen.map(({ journey }) => journey),
    (_, at) => answersOf(seen[at] as Seen, at),
    ({ actualHours }, answers) => learnCombination(state, answers, actualHours),
  )

/** By the start, where all have one; journeys that began together stay in their order. Otherwise the order is all there is. */
const inOrderOfStart = (journeys: FinishedJourney[]): FinishedJourney[] => {
  if (journeys.every(({ startedAtMs }) => !Number.isNaN(givenNumber(startedAtMs))))
    return journeys.toSorted((one, other) => (one.startedAtMs as number) - (other.startedAtMs as number))
  return journeys.map(({ startedAtMs: _, ...journey }) => journey)
}

const baseOf = (past: FinishedJourney[]): ScaleBase => {
  const hours = past.map(({ actualHours }) => actualHours).sort((one, other) => one - other)
  const usualHours = hours[hours.length >> 1] ?? 24
  return { usualHours, offsetHours: Math.max(0.001, usualHours / 20) }
}
