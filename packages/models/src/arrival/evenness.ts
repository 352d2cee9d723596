import { horizonOf } from '../accuracy/horizons.ts'
import { standardQuantile } from '../distribution/normal.ts'
import type { Evenness } from '../duration/given-progress.ts'
import { givenNumber } from '../duration/journey.ts'
import { newSliding, type Sliding, slide } from '../duration/sliding-quantiles.ts'
import { middleOfShare, pooledQuantiles } from './pooled-quantiles.ts'
import type { FinishedStage, Stage } from './stage.ts'

/**
 * How evenly legs went lately, of each mode and of those in it that are planned to take about as long: lorries that rest at night are uneven
 * for other reasons than those that are there in an hour. Where time stood at half of the way, and how far that was from where it was
 * expected, as a root of hours. Plain data.
 */
export type EvennessMemory = Record<string, { halfway: Sliding; off: Sliding }>

/**
 * What is assumed before the first leg is over, by judgement: vehicles of all kinds lose and make up hours on land and at sea, aircraft and
 * vans in town minutes.
 */
const assumed: Record<string, Evenness> = {
  air: { halfway: 0.5, scatterHours: 0.1 },
  parcel: { halfway: 0.5, scatterHours: 0.1 },
}
const assumedOtherwise: Evenness = { halfway: 0.5, scatterHours: 1 }
const lastOfGroup = 100
/** What is assumed, or is known of the mode, counts as so many legs. */
const believed = 5
/** Of a normal distribution, how far off the middle of each equal share of the legs is. */
const usuallyOff = Array.from({ length: believed }, (_, at) => standardQuantile((1 + middleOfShare(at, believed)) / 2))
/** One that is further off than all but one in five says nothing of the others: it stood still somewhere. */
const tells = [3, 4]
/** Reports come minutes apart, and fences are some kilometres wide. */
const leastScatterHours = 0.005

type Which = Pick<Stage, 'mode' | 'plannedHours'>

const groupsOf = ({ mode = '', plannedHours }: Which) => {
  const planned = givenNumber(plannedHours)
  return [mode, ...(planned >= 0 ? [`${mode} ${horizonOf(planned).name}`] : [])]
}

/** From the wider group to the narrower, as far as there is anything to know of it. The spread is that of four legs in five. */
export const askEvenness = (memory: EvennessMemory, which: Which): Evenness => {
  const usual = assumed[which.mode ?? ''] ?? assumedOtherwise
  let halfways = usuallyOff.map(() => usual.halfway)
  let offs = usuallyOff.map((off) => off * Math.sqrt(usual.scatterHours))
  for (const group of groupsOf(which)) {
    const its = memory[group]
    if (!its) continue
    halfways = pooledQuantiles(halfways, its.halfway)
    offs = pooledQuantiles(offs, its.off)
  }
  const deviation = sumOf(tells.map((at) => offs[at] as number)) / sumOf(tells.map((at) => usuallyOff[at] as number))
  return { halfway: halfways[believed >> 1] as number, scatterHours: Math.max(leastScatterHours, deviation * deviation) }
}

/** Of a leg of which it is known when half of its way was behind. */
export const tellEvenness = (memory: EvennessMemory, stage: FinishedStage) => {
  const { actualHours } = stage
  const halfway = givenNumber(stage.halfwayHours) / actualHours
  if (!(halfway > 0 && halfway < 1)) return
  // Of a Brownian bridge half the way is where a quarter of the scatter is.
  const off = 2 * Math.abs(halfway - askEvenness(memory, stage).halfway) * Math.sqrt(actualHours)
  for (const group of groupsOf(stage)) {
    memory[group] ??= { halfway: newSliding(lastOfGroup), off: newSliding(lastOfGroup) }
    slide(memory[group].halfway, halfway)
    slide(memory[group].off, off)
  }
}

const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0)
