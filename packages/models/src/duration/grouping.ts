import { type Columns, categoryOf } from './columns.ts'
import type { Journey } from './journey.ts'

/** Journeys are alike when they agree in these categories. Where few do, the parent grouping, with fewer categories, steps in. */
export type Grouping = { name: string; categories: string[]; parent: string | undefined }

const mostGroupings = 18

export const laneName = 'origin+destination'

/** Each category alone, then the pairs that trade thinks in: lanes, a carrier at a destination, and each further fact at a destination. */
export const groupingsOf = ({ categories }: Columns): Grouping[] => {
  const has = (name: string) => categories.includes(name)
  const single = categories.map((name) => ({ name, categories: [name], parent: undefined }))
  const pair = (one: string, other: string): Grouping[] =>
    has(one) && has(other) ? [{ name: `${one}+${other}`, categories: [one, other], parent: other }] : []
  const further = categories.filter((name) => name.includes(':'))
  return [
    ...single,
    ...pair('origin', 'destination'),
    ...pair('carrier', 'destination'),
    ...pair('mode', 'destination'),
    ...further.flatMap((name) => pair(name, 'destination')),
  ].slice(0, mostGroupings)
}

/** Parted by a character that no code has and that a database can store. */
export const groupKey = ({ name, categories }: Grouping, journey: Journey): string => {
  let key = name
  for (const category of categories) key += `\u001f${categoryOf(journey, category)}`
  return key
}
