import { type Columns, categoryOf } from './columns.ts'
import { type FinishedJourney, givenNumber, type Journey } from './journey.ts'

/**
 * The long view: the mean hours of each category's values, settled once and not kept up. Trees that see only these and the journey's own
 * particulars err in other ways than trees that follow the latest outcomes, and the two are better together. Plain data.
 */
export type Settled = { overall: number; means: Record<string, number>[] }

export const settle = (past: FinishedJourney[], { categories }: Columns): Settled => {
  const meanOf = (journeys: FinishedJourney[]) => journeys.reduce((sum, { actualHours }) => sum + actualHours, 0) / journeys.length
  return {
    overall: past.length > 0 ? meanOf(past) : 0,
    means: categories.map((name) => {
      const groups = Map.groupBy(past, (journey) => categoryOf(journey, name))
      return Object.fromEntries([...groups].map(([value, journeys]) => [`=${value}`, meanOf(journeys)]))
    }),
  }
}

export const settledRow = ({ overall, means }: Settled, { numbers, categories }: Columns, journey: Journey): Float64Array => {
  const row = new Float64Array(2 + numbers.length + categories.length)
  row[0] = givenNumber(journey.plannedHours)
  row[1] = givenNumber(journey.distanceKm)
  for (let at = 0; at < numbers.length; at += 1) row[2 + at] = givenNumber(journey.facts?.[numbers[at] as string])
  for (let at = 0; at < categories.length; at += 1)
    row[2 + numbers.length + at] = means[at]?.[`=${categoryOf(journey, categories[at] as string)}`] ?? overall
  return row
}
