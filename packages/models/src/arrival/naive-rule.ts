import { coldStart } from '../duration/cold-start.ts'
import { type FinishedJourney, givenNumber, type HoursQuantiles, type Journey, levels } from '../duration/journey.ts'
import { quantileOf } from '../duration/sliding-quantiles.ts'

/** Fewer past journeys of a mode than these, and all modes speak for it. */
const fewestOfMode = 10
/** A plan of less is no measure for anything. */
const leastPlannedHours = 0.1

/**
 * What a careful person without a model would say, and what a model has to beat: the plan with the errors that plans of this mode have
 * had, or without a plan the distance at the usual speed of the mode.
 */
export const naiveRule = (past: FinishedJourney[]) => {
  const ratios = (journeys: FinishedJourney[]) =>
    Float64Array.from(
      journeys
        .filter(({ plannedHours }) => givenNumber(plannedHours) >= leastPlannedHours)
        .map(({ actualHours, plannedHours }) => actualHours / (plannedHours as number)),
    ).sort()
  const all = ratios(past)
  const byMode = new Map([...Map.groupBy(past, ({ mode }) => mode)].map(([mode, its]) => [mode, ratios(its)]))
  return (journey: Journey): HoursQuantiles => {
    const planned = givenNumber(journey.plannedHours)
    const ofMode = byMode.get(journey.mode)
    const usual = ofMode && ofMode.length >= fewestOfMode ? ofMode : all
    if (!(planned >= leastPlannedHours) || usual.length === 0) {
      const [p10, p50, p90] = coldStart(journey)
      return { p10, p50, p90 }
    }
    const [early, , late] = levels.map((level) => planned * quantileOf(usual, level))
    return { p10: Math.min(planned, early as number), p50: planned, p90: Math.max(planned, late as number) }
  }
}
