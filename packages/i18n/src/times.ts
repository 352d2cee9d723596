import { remembered } from './remembered.ts'

// Making one takes longer than rendering the page; there are a few for each language and zone.
const dateFormat = remembered((language: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options))
const numberFormat = remembered((language: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options))
const relativeFormat = remembered(
  (language: string, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(language, options),
)

/** `UTC+08:00`: the offset that a zone has at an instant. */
export const offsetAt = (instant: string, zone: string) => {
  // After the date it says `GMT+08:00`, and `GMT` at Greenwich.
  const [, offset] = /GMT(.*)$/.exec(dateFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).format(new Date(instant))) ?? []
  return `UTC${offset || '+00:00'}`
}

/** The zone as people call it, such as `Central European Time`. */
export const zoneName = (instant: string, zone: string, language: string) =>
  partsOf(new Date(instant), language, { timeZone: zone, timeZoneName: 'longGeneric' }).timeZoneName ?? zone

export const clockTime = (instant: string, zone: string, language: string) =>
  dateFormat(language, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))

/** Weekday, day and month; with the year, where that is not this year's. */
export const dayName = (instant: string, zone: string, language: string, now: Date) => {
  const date = new Date(instant)
  const year = (of: Date) => dateFormat('en', { timeZone: zone, year: 'numeric' }).format(of)
  return dateFormat(language, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(year(date) === year(now) ? {} : { year: 'numeric' }),
  }).format(date)
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** `4 minutes ago`, in the largest unit of which there is a whole one. */
export const ago = (instant: string, now: Date, language: string) => {
  const passedMs = Math.max(0, now.getTime() - Date.parse(instant))
  const [unit, ms] = units.find(([, unitMs]) => passedMs >= unitMs) ?? ['minute', 60_000]
  return relativeFormat(language, { numeric: 'always' }).format(-Math.floor(passedMs / ms), unit)
}

/** Until when `ago` says the same of this instant, in milliseconds. */
export const agoHoldsUntilMs = (instant: string, now: Date) => {
  const passedMs = Math.max(0, now.getTime() - Date.parse(instant))
  const [, ms] = units.find(([, unitMs]) => passedMs >= unitMs) ?? ['minute', 60_000]
  return Date.parse(instant) + (Math.floor(passedMs / ms) + 1) * ms
}

/** `1–3 days`: from the one number of hours to the other, in whole days where it is about days; never less than one. */
export const span = (leastHours: number, mostHours: number, language: string) => {
  const [unit, hours] = mostHours >= 36 ? (['day', 24] as const) : (['hour', 1] as const)
  const least = Math.max(1, Math.round(leastHours / hours))
  const most = Math.max(least, Math.ceil(mostHours / hours))
  const format = numberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
  return least === most ? format.format(most) : format.formatRange(least, most)
}

/** `2 days`, rounded: how much later or earlier something became. */
export const roughly = (durationMs: number, language: string) => {
  const [unit, ms] = units.find(([, unitMs]) => durationMs >= unitMs) ?? ['minute', 60_000]
  return numberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(durationMs / ms))
}

const partsOf = (date: Date, language: string, options: Intl.DateTimeFormatOptions): Record<string, string> =>
  Object.fromEntries(
    dateFormat(language, options)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  )
