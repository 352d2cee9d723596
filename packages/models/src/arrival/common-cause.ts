import { coldStart } from '../duration/cold-start.ts'
import { usualCommonCause } from '../duration/combine-stages.ts'
import { deviationsOf } from '../duration/stage-hours.ts'
import { askPlanErrors, type PlanErrors } from './plan-errors.ts'
import { asJourney, type FinishedStage } from './stage.ts'

/**
 * How much the stages of one journey have been late together: sums over stages of their normal scores by the plan and its errors, and over
 * pairs of stages of one journey of their products, in which old ones fade.
 */
export type CommonCause = {
  stages: number
  sum: number
  squares: number
  pairs: number
  products: number
  /** Scores of the journeys that were heard of last. */
  ofJourneys: Map<string, number[]>
}

export const newCommonCause = (): CommonCause => ({ stages: 0, sum: 0, squares: 0, pairs: 0, products: 0, ofJourneys: new Map() })

/** What is usual counts as so many pairs: as exactly as its second decimal is not known. */
const believed = 50
/** After so many further stages, one counts half. */
const halfLife = 1_000
const mostJourneys = 1_000
/** One stage that took weeks says no more than that it was late. */
const most = 2.5
/** Finer than this makes no difference to an arrival time. */
const step = 0.05
/** Nothing is quite the same delay. */
const mostTogether = 0.9

/** The correlation of normal scores between stages of one journey. Never less than none: what one stage loses, no other makes good. */
export const askCommonCause = ({ stages, sum, squares, pairs, products }: CommonCause): number => {
  const mean = stages > 0 ? sum / stages : 0
  const variance = stages > 0 ? squares / stages - mean * mean : 0
  const together = pairs > 0 && variance > 0 ? Math.min(1, Math.max(-1, (products / pairs - mean * mean) / variance)) : 0
  const pooled = (believed * usualCommonCause + pairs * together) / (believed + pairs)
  return step * Math.round(Math.min(mostTogether, Math.max(0, pooled)) / step)
}

/** Of a stage of which it is known which journey it was part of, before plans are compared with it. */
export const tellCommonCause = (memory: CommonCause, errors: PlanErrors, stage: FinishedStage) => {
  const { partOf } = stage
  if (partOf === undefined) return
  const [p10, p50, p90] = coldStart(asJourney(stage))
  const expected = askPlanErrors(errors, stage, { p10, p50, p90 })
  const score = expected ? Math.max(-most, Math.min(most, deviationsOf(expected.hours, stage.actualHours))) : Number.NaN
  if (Number.isNaN(score)) return
  const fade = 0.5 ** (1 / halfLife)
  for (const which of ['stages', 'sum', 'squares', 'pairs', 'products'] as const) memory[which] *= fade
  memory.stages += 1
  memory.sum += score
  memory.squares += score * score
  const others = memory.ofJourneys.get(partOf) ?? []
  for (const other of others) {
    memory.pairs += 1
    memory.products += score * other
  }
  // Told last comes last, so that the first is the one that nothing was heard of for longest.
  memory.ofJourneys.delete(partOf)
  memory.ofJourneys.set(partOf, [...others, score])
  const [oldest] = memory.ofJourneys.keys()
  if (oldest !== undefined && memory.ofJourneys.size > mostJourneys) memory.ofJourneys.delete(oldest)
}
