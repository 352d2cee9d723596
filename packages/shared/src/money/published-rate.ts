/** What one euro was worth in a currency on a day (ISO 8601), as a reference rate file says; a decimal in text. */
export type PublishedRate = { currency: string; date: string; rate: string }

/** Whether a text is a day of the calendar such as 2026-04-13. */
export const isDay = (text: string) => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** A clock that is ahead, and a zone that is: a rate of tomorrow may be, one of the day after is a mistake. */
export const isToCome = (day: string, now: Date) => Date.parse(day) > now.getTime() + 86_400_000
