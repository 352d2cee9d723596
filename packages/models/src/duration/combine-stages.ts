import { standardQuantile } from '../distribution/normal.ts'
import { normalSurvival } from '../distribution/normal-survival.ts'
import { seeded } from '../random/seeded.ts'
import { type HoursTable, hoursOfTable } from './hours-table.ts'
import { type HoursQuantiles, levels } from './journey.ts'
import { quantileOf } from './sliding-quantiles.ts'
import { hoursAtReach, reachAt } from './stage-hours.ts'

/**
 * A stage after another one. With a timetable it begins not before it says, in hours from the start of the whole, and not before the goods
 * have had the hours that they need.
 */
export type StageLink = HoursQuantiles & { timetable?: { departsHours: number; neededHours: number }; beside?: Beside }

/** One of the ways that something may go: it begins with the stage beside it, or at so many hours from the start of the whole. */
export type Way = { share: number; startsHours: number | null; hours: HoursTable }

/**
 * What runs beside a stage, so that the next one begins when both are over. It goes one of several ways, with probabilities that add up
 * to 1, the shortest first. At the same level of both the longer one counts, so that what is in both is not counted twice. Where the
 * stage is known from experience, and what is `ordinary` beside it was in that experience, only what goes beyond the ordinary is added.
 */
export type Beside = { ways: Way[]; ordinary?: Way[] }

export type Combined = HoursQuantiles & {
  /** The probability that all stages together take no longer. */
  chanceWithin: (hours: number) => number
  /** The same if nothing ran beside any stage. */
  chanceWithoutBeside: (hours: number) => number
  /** Of each stage: its own middle, and its share of the spread of the whole; the shares add up to 1 where there is any spread. */
  parts: Part[]
}
type Part = {
  p50: number
  shareOfSpread: number
  /** Of what runs beside it: what that adds to the stage, and when it is over, in hours from the start of the whole. */
  beside?: { added: HoursQuantiles; ends: () => HoursQuantiles; shareOfSpread: number }
}

/** Points of the whole at which the stages are added up: errors of about 1 % of the spread. */
const points = 4_096
/**
 * How much of what delays one stage delays the others too (weather, a holiday, a strike, papers that are wrong): the correlation of the
 * stages' normal scores where nothing better is known. By judgement; 0 takes stages for independent, and the whole for surer than it is.
 */
export const usualCommonCause = 0.2

/**
 * How long stages take one after the other: the distribution of the sum, not the sum of the medians. Stages have a common cause in the
 * manner of a one-factor Gaussian copula, and are added at points that are spread evenly in each of them (Latin hypercube: McKay, Beckman
 * and Conover 1979), always the same points, so that the answer is the same each time.
 */
export const combineStages = (stages: StageLink[], { commonCause = usualCommonCause } = {}): Combined => {
  const places = evenPlaces(stages.length, Math.min(1, Math.max(0, commonCause)))
  const totals = new Float64Array(points)
  const alone = stages.some(({ beside }) => beside) ? new Float64Array(points) : totals
  const ofStages = stages.map((stage, which) => {
    const hours = new Float64Array(points)
    const beside = stage.beside && { of: stage.beside, added: new Float64Array(points), ends: new Float64Array(points) }
    const { scores, reaches } = places[which] as Places
    for (let at = 0; at < points; at += 1) {
      const its = hoursAtReach(stage, reaches[at] as number)
      const before = totals[at] as number
      const after = beginOf(stage, before) + its
      hours[at] = its
      if (alone !== totals) alone[at] = beginOf(stage, alone[at] as number) + its
      if (beside) {
        const score = scores[at] as number
        const { ways, ordinary } = beside.of
        const ends = endOf(ways, before, score)
        beside.ends[at] = ends
        beside.added[at] = Math.max(0, ends - Math.max(after, ordinary ? endOf(ordinary, before, score) : after))
      }
      totals[at] = after + (beside?.added[at] ?? 0)
    }
    return { hours, beside }
  })
  const middle = meanOf(totals)
  const spread = covariance(totals, totals, middle, middle)
  const shareOf = (hours: Float64Array) => (spread > 0 ? covariance(hours, totals, meanOf(hours), middle) / spread : 0)
  const parts = ofStages.map(
    ({ hours, beside }, which): Part => ({
      p50: stages[which]?.p50 as number,
      shareOfSpread: shareOf(hours),
      ...(beside && {
        beside: {
          added: quantilesOf(beside.added.toSorted()),
          ends: () => quantilesOf(beside.ends.toSorted()),
          shareOfSpread: shareOf(beside.added),
        },
      }),
    }),
  )
  const sorted = totals.toSorted()
  return {
    ...quantilesOf(sorted),
    chanceWithin: (hours) => countUpTo(sorted, hours) / points,
    chanceWithoutBeside: (hours) => alone.reduce((count, total) => count + Number(total <= hours), 0) / points,
    parts,
  }
}

const beginOf = ({ timetable }: StageLink, before: number) =>
  timetable ? Math.max(timetable.departsHours, before + timetable.neededHours) : before

const quantilesOf = (sorted: Float64Array): HoursQuantiles => {
  const [p10, p50, p90] = levels.map((level) => quantileOf(sorted, level))
  return { p10: p10 as number, p50: p50 as number, p90: p90 as number }
}

/** When what runs beside a stage is over that begins at `before`, at a level of it. */
const endOf = (ways: Way[], before: number, score: number): number => {
  const [only] = ways
  if (only && ways.length === 1) return (only.startsHours ?? before) + hoursOfTable(only.hours, score)
  let level = 1 - normalSurvival(score)
  for (const [at, { share, startsHours, hours }] of ways.entries()) {
    if (level < share || at === ways.length - 1) return (startsHours ?? before) + hoursOfTable(hours, scoreAt(level / share))
    level -= share
  }
  return before
}

const scoreSteps = 2_048
let scoreTable: Float64Array | undefined

/** The normal score at a level, from a table: to what a table of hours can tell. */
const scoreAt = (level: number): number => {
  scoreTable ??= Float64Array.from({ length: scoreSteps }, (_, at) => standardQuantile((at + 0.5) / scoreSteps))
  const at = Math.min(scoreSteps - 1, Math.max(0, level * scoreSteps - 0.5))
  const low = Math.min(scoreSteps - 2, Math.floor(at))
  const from = scoreTable[low] as number
  return from + (at - low) * ((scoreTable[low + 1] as number) - from)
}

/** When the middle of what runs beside a stage that begins at `before` is over, in hours from the start; at once if it is ordinary. */
export const middleOfBeside = ({ ways, ordinary }: Beside, before: number) => {
  const ends = endOf(ways, before, 0)
  return ordinary && ends <= endOf(ordinary, before, 0) ? before : ends
}

/** Of a stage, at each point: its standard normal score, and how far from its middle that is. */
export type Places = { scores: Float64Array; reaches: Float64Array }

const cache = new Map<string, Places[]>()

/** Evenly spread in each of so many stages and in what they have in common. Long chains are rare, so that all ever asked for are kept. */
export const evenPlaces = (stages: number, commonCause: number): Places[] => {
  const key = `${stages} ${commonCause}`
  const known = cache.get(key)
  if (known) return known
  const even = Float64Array.from({ length: points }, (_, at) => standardQuantile((at + 0.5) / points))
  const random = seeded(stages + 1)
  const common = shuffled(even, random)
  const [shared, apart] = [Math.sqrt(commonCause), Math.sqrt(1 - commonCause)]
  const places = Array.from({ length: stages }, (): Places => {
    const scores = shuffled(even, random).map((score, at) => shared * (common[at] as number) + apart * score)
    return { scores, reaches: scores.map(reachAt) }
  })
  cache.set(key, places)
  return places
}

const shuffled = (values: Float64Array, random: () => number): Float64Array => {
  const out = values.slice()
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const held = out[at] as number
    out[at] = out[other] as number
    out[other] = held
  }
  return out
}

const meanOf = (values: Float64Array) => {
  let sum = 0
  for (let at = 0; at < points; at += 1) sum += values[at] as number
  return sum / points
}

const covariance = (one: Float64Array, other: Float64Array, oneMean: number, otherMean: number) => {
  let sum = 0
  for (let at = 0; at < points; at += 1) sum += ((one[at] as number) - oneMean) * ((other[at] as number) - otherMean)
  return sum / points
}

const countUpTo = (sorted: Float64Array, value: number) => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}
