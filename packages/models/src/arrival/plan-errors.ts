import { givenNumber, type HoursQuantiles } from '../duration/journey.ts'
import { newSliding, type Sliding, slide } from '../duration/sliding-quantiles.ts'
import { hoursAtLevel } from '../duration/stage-hours.ts'
import { middleOfShare, pooledQuantiles } from './pooled-quantiles.ts'
import { type FinishedStage, familyOf, type Stage } from './stage.ts'

/**
 * What plans have been worth lately: logarithms of actual to planned hours, of each family of stages and of each kind of place in it. Plain
 * data.
 */
export type PlanErrors = Record<string, Sliding>

/** Added to hours before they are compared, so that a plan of no time at all is not infinitely wrong. */
const offsetHours = 0.5
const lastOfFamily = 200
const lastOfPlaces = 100

/** What is believed beforehand counts as so many outcomes. */
const believed = 5
const [tenth, middle, ninetieth] = [0, 2, 4]
const levels = Array.from({ length: believed }, (_, at) => middleOfShare(at, believed))

const nothing = { inOrder: [] }

const groupsOf = (stage: Stage) => [familyOf(stage), `${familyOf(stage)} ${stage.kind} ${stage.facts?.place_kind ?? ''}`]

/**
 * The plan with the errors that such plans had, from the wider group to the narrower: where there were few, what was assumed of them, or is
 * known of the wider group, speaks with them; where there were none, it speaks alone. Says on how many outcomes it rests. Nothing without a
 * plan.
 */
export const askPlanErrors = (
  errors: PlanErrors,
  stage: Stage,
  assumed: HoursQuantiles,
): { hours: HoursQuantiles; journeys: number } | undefined => {
  const planned = givenNumber(stage.plannedHours)
  if (!(planned >= 0)) return undefined
  let values = levels.map((level) => onScale(hoursAtLevel(assumed, level), planned))
  for (const group of groupsOf(stage)) values = pooledQuantiles(values, errors[group] ?? nothing)
  const hoursAt = (place: number) => fromScale(values[place] as number, planned)
  return {
    hours: { p10: hoursAt(tenth), p50: hoursAt(middle), p90: hoursAt(ninetieth) },
    journeys: errors[familyOf(stage)]?.inOrder.length ?? 0,
  }
}

export const tellPlanErrors = (errors: PlanErrors, stage: FinishedStage) => {
  const planned = givenNumber(stage.plannedHours)
  if (!(planned >= 0 && stage.actualHours >= 0)) return
  for (const [at, group] of groupsOf(stage).entries()) {
    errors[group] ??= newSliding(at === 0 ? lastOfFamily : lastOfPlaces)
    slide(errors[group], onScale(stage.actualHours, planned))
  }
}

const onScale = (hours: number, planned: number) => Math.log((hours + offsetHours) / (planned + offsetHours))
const fromScale = (value: number, planned: number) => Math.max(0, Math.exp(value) * (planned + offsetHours) - offsetHours)
