import { toLogOdds } from '../../probability/log-odds.ts'
import type { Evidence } from './count-crosses.ts'
import type { Cross } from './cross.ts'
import type { Declarations } from './declarations.ts'

/** How many answers a group has tells how far to believe its share. Where groups are few and large, it only tells which one it is. */
const manyGroups = 100
const isSized = ({ tells, index }: Cross) => tells && index.size > manyGroups

/** The columns that trees are grown on: what the crosses tell, on how many answers it rests, the numbers, and the calendar. */
export const featuresOf = (crosses: Cross[], evidence: Evidence[], declarations: Declarations, numbers: string[]): Float64Array[] => {
  const told = evidence.filter((_, at) => crosses[at]?.tells)
  const sized = evidence.filter((_, at) => isSized(crosses[at] as Cross))
  return [
    ...told.map(({ share }) => share.map(toLogOdds)),
    ...sized.map(({ told: many }) => many.map(Math.log1p)),
    ...numbers.map((name) => declarations.numbers[name] ?? new Float64Array(declarations.rows).fill(Number.NaN)),
    ...calendar(declarations),
  ]
}

export const featureNames = (crosses: Cross[], components: string[], numbers: string[]): string[] => {
  const nameOf = (cross: Cross) => cross.components.map((at) => components[at]).join(' × ')
  const told = crosses.filter(({ tells }) => tells).map((cross) => `share of ${nameOf(cross)}`)
  const sized = crosses.filter(isSized).map((cross) => `answers of ${nameOf(cross)}`)
  return [...told, ...sized, ...numbers, 'weekday', 'day of month']
}

/** Months are left out: in a year of data, a month and what happened in it cannot be told apart. */
const calendar = ({ rows, days }: Declarations) => {
  const weekday = new Float64Array(rows).fill(Number.NaN)
  const dayOfMonth = new Float64Array(rows).fill(Number.NaN)
  days?.forEach((day, row) => {
    if (Number.isNaN(day)) return
    const date = new Date(Math.floor(day) * 86_400_000)
    weekday[row] = date.getUTCDay()
    dayOfMonth[row] = date.getUTCDate()
  })
  return [weekday, dayOfMonth]
}
