import { binTable } from '@lading/models/boosting/bin-table'
import { boost, scoreOf } from '@lading/models/boosting/boost'
import { quantileLoss } from '@lading/models/boosting/quantile-loss'
import { categoryOf, columnsOf } from '@lading/models/duration/columns'
import { type FinishedJourney, givenNumber, type HoursQuantiles, type Journey, levels } from '@lading/models/duration/journey'
import { newSliding, quantileOf, slide } from '@lading/models/duration/sliding-quantiles'

/** A simple rule: what it says before a journey, and what it does when one is over. */
export type Rule = { predict: (journey: Journey) => HoursQuantiles; learn: (journey: FinishedJourney) => void }

const leastOfLane = 5
const lastOfLane = 50
const learnsNothing = () => {}

const quantilesOf = (hours: ArrayLike<number>): HoursQuantiles => {
  const [p10, p50, p90] = levels.map((level) => quantileOf(hours, level))
  return { p10: p10 as number, p50: p50 as number, p90: p90 as number }
}
const sorted = (journeys: FinishedJourney[]) => journeys.map(({ actualHours }) => actualHours).sort((one, other) => one - other)
const laneOf = ({ origin = '', destination = '' }: Journey) => `${origin}\u0000${destination}`

/** The plan, whatever happens; no interval. Only where every journey to be predicted has one. */
export const planRule = (): Rule => ({
  predict: ({ plannedHours = 0 }) => ({ p10: plannedHours, p50: plannedHours, p90: plannedHours }),
  learn: learnsNothing,
})

export const globalQuantiles = (past: FinishedJourney[]): Rule => {
  const all = quantilesOf(sorted(past))
  return { predict: () => all, learn: learnsNothing }
}

/** Of all past journeys of the lane where there are at least five, otherwise of all. */
export const laneQuantiles = (past: FinishedJourney[]): Rule => {
  const all = quantilesOf(sorted(past))
  const lanes = new Map(
    [...Map.groupBy(past, laneOf)].filter(([, its]) => its.length >= leastOfLane).map(([lane, its]) => [lane, quantilesOf(sorted(its))]),
  )
  return { predict: (journey) => lanes.get(laneOf(journey)) ?? all, learn: learnsNothing }
}

/** Of the last fifty journeys of the lane that are over, where there are at least five. */
export const rollingLane = (past: FinishedJourney[], inOrderOfEnd: FinishedJourney[]): Rule => {
  const all = quantilesOf(sorted(past))
  const lanes = new Map<string, ReturnType<typeof newSliding>>()
  const learn = (journey: FinishedJourney) => {
    const lane = lanes.get(laneOf(journey)) ?? newSliding(lastOfLane)
    lanes.set(laneOf(journey), lane)
    slide(lane, journey.actualHours)
  }
  for (const journey of inOrderOfEnd) learn(journey)
  return {
    predict: (journey) => {
      const lane = lanes.get(laneOf(journey))?.inOrder ?? []
      return lane.length >= leastOfLane ? quantilesOf(lane) : all
    },
    learn,
  }
}

/** Quantile boosting as it comes: particulars as they are, each category by the mean hours of its past journeys, nothing learnt later. */
export const plainBoosting = (past: FinishedJourney[]): Rule => {
  const columns = columnsOf(past)
  const mean = past.reduce((sum, { actualHours }) => sum + actualHours, 0) / past.length
  const means = columns.categories.map((name) => {
    const groups = Map.groupBy(past, (journey) => categoryOf(journey, name))
    return new Map([...groups].map(([value, its]) => [value, its.reduce((sum, { actualHours }) => sum + actualHours, 0) / its.length]))
  })
  const rowOf = (journey: Journey) => [
    givenNumber(journey.plannedHours),
    givenNumber(journey.distanceKm),
    givenNumber(journey.startedAtMs),
    ...columns.numbers.map((name) => givenNumber(journey.facts?.[name])),
    ...columns.categories.map((name, at) => means[at]?.get(categoryOf(journey, name)) ?? mean),
  ]
  const rows = past.map(rowOf)
  const table = binTable((rows[0] ?? []).map((_, at) => Float64Array.from(rows, (row) => row[at] as number)))
  const targets = Float64Array.from(past, ({ actualHours }) => actualHours)
  const rules = { rounds: 100, shrinkage: 0.1, leaves: 31, rowShare: 1, featureShare: 1 }
  const models = levels.map((level) => boost({ table, targets, loss: quantileLoss(level), rules }).boosted)
  return {
    predict: (journey) => {
      const row = rowOf(journey)
      const [p10, p50, p90] = models.map((model) => Math.max(0, scoreOf(model, row))).sort((one, other) => one - other)
      return { p10: p10 as number, p50: p50 as number, p90: p90 as number }
    },
    learn: learnsNothing,
  }
}
