const dayMs = 86_400_000

/** Days that are forecast at each origin: one, a week and four weeks, which the page shows too. */
export const spans = [1, 7, 28] as const
const longest = 28
const everyDays = 14
const originsMost = 12
/** Of demand before the first origin: less teaches a forecast nothing that the weeks before do not say. */
const learnDays = 56

/**
 * The days that tests by rolling origin begin on, newest first: a fixed grid of every second week, as far back as there is something to learn from
 * before, and so that the four weeks after are over.
 */
export const originsOf = (known: { from: string }, now: Date): string[] => {
  const newest = Math.floor((now.getTime() / dayMs - longest - 1) / everyDays) * everyDays
  const oldest = Date.parse(known.from) / dayMs + learnDays
  return Array.from({ length: originsMost }, (_, back) => newest - back * everyDays)
    .filter((day) => day >= oldest)
    .map((day) => new Date(day * dayMs).toISOString().slice(0, 10))
}

/** What is tested at an origin, so that no day counts twice for a span: four weeks at every second one. */
export const spansAt = (origin: string): number[] => {
  const isEven = (Date.parse(origin) / dayMs / everyDays) % 2 === 0
  return spans.filter((days) => days <= everyDays || isEven)
}
