import { givenNumber, type Journey } from './journey.ts'

/** Which of a journey's particulars differ between journeys, and so can tell something. Settled once, from the past. */
export type Columns = { plan: boolean; distance: boolean; calendar: boolean; numbers: string[]; categories: string[] }

/** More particulars than these are more than a few thousand journeys can tell apart. */
const mostNumbers = 40
const mostCategories = 14
/** A number with so few values may as well be a name: hops, priority, a class. */
const fewValues = 12

export const places = ['mode', 'carrier', 'origin', 'destination'] as const
type Place = (typeof places)[number]
const isPlace = (name: string): name is Place => (places as readonly string[]).includes(name)

/** A category's value; what is missing is a value like any other. Facts cannot hide a place: they are kept apart by a prefix. */
export const categoryOf = (journey: Journey, name: string): string => {
  if (isPlace(name)) return journey[name] ?? ''
  const fact = journey.facts?.[name.slice(factPrefix.length)]
  return fact === undefined || (typeof fact === 'number' && Number.isNaN(fact)) ? '' : String(fact)
}
export const factPrefix = 'fact:'

export const columnsOf = (journeys: Journey[]): Columns => {
  const facts = new Set<string>()
  for (const { facts: its } of journeys) for (const name in its) facts.add(name)
  const sorted = [...facts].sort()
  const isNumber = (name: string) =>
    journeys.every(({ facts: its }) => typeof its?.[name] !== 'string' || its[name] === '') &&
    journeys.some(({ facts: its }) => typeof its?.[name] === 'number')
  const numbers = sorted.filter((name) => isNumber(name) && distinct(journeys, (journey) => givenNumber(journey.facts?.[name]), 2) > 1)
  const categories = [
    ...places,
    ...sorted
      .filter((name) => !isNumber(name) || distinct(journeys, ({ facts: its }) => its?.[name], fewValues + 1) <= fewValues)
      .map((name) => factPrefix + name),
  ]
  return {
    plan: journeys.some(({ plannedHours }) => !Number.isNaN(givenNumber(plannedHours))),
    distance: distinct(journeys, ({ distanceKm }) => givenNumber(distanceKm), 2) > 1,
    calendar: journeys.some(({ startedAtMs }) => !Number.isNaN(givenNumber(startedAtMs))),
    numbers: numbers.slice(0, mostNumbers),
    categories: categories.filter((name) => tells(journeys, name)).slice(0, mostCategories),
  }
}

/** One value tells nothing, and neither does a name that hardly ever comes back. */
const tells = (journeys: Journey[], name: string) => {
  const many = distinct(journeys, (journey) => categoryOf(journey, name))
  return many > 1 && many < 0.7 * journeys.length
}

const distinct = (journeys: Journey[], of: (journey: Journey) => unknown, enough = Number.POSITIVE_INFINITY) => {
  const seen = new Set<unknown>()
  for (const journey of journeys) {
    seen.add(of(journey))
    if (seen.size >= enough) break
  }
  return seen.size
}
