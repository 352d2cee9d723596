import type { Evenness } from '../duration/given-progress.ts'
import { givenNumber } from '../duration/journey.ts'
import type { FinishedStage, Stage } from './stage.ts'

/** How evenly legs of each mode went, as sums in which old legs fade. Plain data. */
export type EvennessMemory = Record<string, { legs: number; halfway: number; scatterHours: number }>

/**
 * What is assumed before the first leg is over, by judgement: vehicles of all kinds lose and make up hours on land and at sea, aircraft and
 * vans in town minutes.
 */
const assumed: Record<string, Evenness> = {
  air: { halfway: 0.5, scatterHours: 0.1 },
  parcel: { halfway: 0.5, scatterHours: 0.1 },
}
const assumedOtherwise: Evenness = { halfway: 0.5, scatterHours: 1 }
/** What is assumed counts as so many legs. */
const believed = 5
/** After so many further legs, one counts half. */
const halfLife = 100
/** One leg that stood still for days makes others no more uneven than this many times what was known of them. */
const mostTimes = 10

export const askEvenness = (memory: EvennessMemory, { mode = '' }: Pick<Stage, 'mode'>): Evenness => {
  const { legs, halfway, scatterHours } = memory[mode] ?? none
  const usual = assumed[mode] ?? assumedOtherwise
  return {
    halfway: (believed * usual.halfway + halfway) / (believed + legs),
    scatterHours: (believed * usual.scatterHours + scatterHours) / (believed + legs),
  }
}

const none = { legs: 0, halfway: 0, scatterHours: 0 }

/** Of a leg of which it is known when half of its way was behind. */
export const tellEvenness = (memory: EvennessMemory, stage: FinishedStage) => {
  const { mode = '', actualHours } = stage
  const halfway = givenNumber(stage.halfwayHours) / actualHours
  if (!(halfway > 0 && halfway < 1)) return
  const before = askEvenness(memory, stage)
  // Of a Brownian bridge half the way is where a quarter of the scatter is.
  const scatterHours = 4 * (halfway - before.halfway) ** 2 * actualHours
  const its = memory[mode] ?? none
  const fade = 0.5 ** (1 / halfLife)
  memory[mode] = {
    legs: its.legs * fade + 1,
    halfway: its.halfway * fade + halfway,
    scatterHours: its.scatterHours * fade + Math.min(mostTimes * before.scatterHours, scatterHours),
  }
}
