const dayMs = 86_400_000

/**
 * Longer than this without a newer one, and a rate is stale. The European Central Bank publishes on its working days in the afternoon:
 * the rate of Thursday before Easter is the last one until the afternoon of Tuesday.
 */
export const staleAfterDays = 5

/** What is older is not used at all: the currency has no rate, as after its end, or while its bank publishes none. */
export const uselessAfterDays = 30

/** Whole days from the day of a rate to a day. */
export const ageDays = (date: string, day: string) => Math.round((Date.parse(day) - Date.parse(date)) / dayMs)

export const isStale = (date: string, day: string) => ageDays(date, day) > staleAfterDays

export const dayOf = (now: Date) => now.toISOString().slice(0, 10)
