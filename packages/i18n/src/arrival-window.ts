import { clockTime, dayName } from './times.ts'
import type { TrackingTexts } from './tracking-texts.ts'

const dayMs = 86_400_000

/** Hours are said only where the window is shorter than a day; of a longer one they would promise too much. */
export const arrivalWindow = (
  { from, until, zone }: { from: string; until: string; zone: string },
  { t, locale }: Pick<TrackingTexts, 't' | 'locale'>,
  now: Date,
) => {
  const day = (instant: string) => dayName(instant, zone, locale, now)
  const time = (instant: string) => clockTime(instant, zone, locale)
  const both = (instant: string) => t('day-and-time', { day: day(instant), time: time(instant) })
  if (day(from) === day(until)) return t('arrives-on', { day: day(from), from: time(from), until: time(until) })
  if (Date.parse(until) - Date.parse(from) > dayMs) return t('arrives-between', { from: day(from), until: day(until) })
  return t('arrives-between', { from: both(from), until: both(until) })
}
