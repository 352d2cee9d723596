import { dateFormat, formatDateTime, formatDay, formatDayTime, formatTime } from './exact.ts'

const dayMs = 24 * 3600_000

/**
 * An arrival window as precise as it deserves: within a day "Tue 14:00 – 18:00", up to two days "Tue 14:00 – Wed 02:00",
 * wider ones in days. Dates are said once the weekday alone could be mistaken, six days ahead or behind.
 */
export const formatWindow = (fromMs: number, untilMs: number, zone: string, nowMs: number) => {
  if (untilMs - fromMs > 2 * dayMs) return `${formatDay(fromMs, zone)} – ${formatDay(untilMs, zone)}`
  const near = Math.abs(fromMs - nowMs) < 6 * dayMs && Math.abs(untilMs - nowMs) < 6 * dayMs
  const dated = near ? formatDayTime : formatDateTime
  return `${dated(fromMs, zone)} – ${(sameDay(fromMs, untilMs, zone) ? formatTime : dated)(untilMs, zone)}`
}

const sameDay = (a: number, b: number, zone: string) => {
  const day = dateFormat(zone, { year: 'numeric', month: 'numeric', day: 'numeric' })
  return day.format(a) === day.format(b)
}
