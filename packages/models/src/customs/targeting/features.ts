import { toLogOdds } from '../../probability/log-odds.ts'
import type { Evidence } from './count-crosses.ts'
import type { Cross } from './cross.ts'
import type { Declarations } from './declarations.ts'

/** How many answers a group has tells how far to believe its share. Where groups are few and large, it only tells which one it is. */
const manyGroups = 100
const isSized = ({ tells, index }: Cross) => tells && index.size > manyGroups

export type Features = { columns: Float64Array[]; fresh: Uint8Array }

/** The columns that trees are grown on: what the crosses tell, on how many answers it rests, the numbers, and the calendar. */
export const featuresOf = (crosses: Cross[], evidence: Evidence[], declarations: Declarations, numbers: string[]): Features => {
  const told = evidence.filter((_, at) => crosses[at]?.tells)
  const sized = evidence.filter((_, at) => isSized(crosses[at] as Cross))
  const columns = [
    ...told.map(({ share }) => share.map(toLogOdds)),
    ...sized.map(({ told: many }) => many.map(Math.log1p)),
    groupsSeen(told),
    ...numbers.map((name) => declarations.numbers[name] ?? new Float64Array(declarations.rows).fill(Number.NaN)),
    ...calendar(declarations),
  ]
  return { columns, fresh: freshOf(crosses, evidence, declarations.rows) }
}

export const featureNames = (crosses: Cross[], components: string[], numbers: string[]): string[] => {
  const nameOf = (cross: Cross) => cross.components.map((at) => components[at]).join(' × ')
  const told = crosses.filter(({ tells }) => tells).map((cross) => `share of ${nameOf(cross)}`)
  const sized = crosses.filter(isSized).map((cross) => `answers of ${nameOf(cross)}`)
  return [...told, ...sized, 'groups seen', ...numbers, 'weekday', 'day of month']
}

const groupsSeen = (evidence: Evidence[]) => {
  const seen = new Float64Array(evidence[0]?.told.length ?? 0)
  for (const { told } of evidence)
    for (let row = 0; row < told.length; row += 1) if ((told[row] as number) > 0) seen[row] = (seen[row] as number) + 1
  return seen
}

/**
 * 1 where nobody has yet seen a declaration of the narrowest group, 0 elsewhere. What the model says of these rests on wider groups alone
 * and deserves less trust, so that they are calibrated by themselves.
 */
const freshOf = (crosses: Cross[], evidence: Evidence[], rows: number): Uint8Array => {
  const narrowest = crosses.reduce(
    (best, { components }, at) => (components.length > (crosses[best]?.components.length ?? 0) ? at : best),
    -1,
  )
  const told = evidence[narrowest]?.told
  return told ? Uint8Array.from(told, (many) => (many > 0 ? 0 : 1)) : new Uint8Array(rows)
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
