import { locale } from '../i18n/t.ts'

const seconds = { year: 365.25 * 24 * 3600, month: 30.44 * 24 * 3600, day: 24 * 3600, hour: 3600, minute: 60 } as const

const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' })
const now = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')

/** "in 3 hr", "4 min ago". */
export const formatRelative = (atMs: number, nowMs: number) => {
  const unit = unitFor(atMs - nowMs)
  const amount = Math.round((atMs - nowMs) / 1000 / seconds[unit])
  return amount === 0 ? now : withoutFullStop(relative.format(amount, unit))
}

// American English writes "3 hr. ago"; in other languages the stop belongs to the abbreviation.
const withoutFullStop = (text: string) => (locale.startsWith('en') ? text.replace('.', '') : text)

/** The same for what has happened: a report that is a moment ahead of the clock at hand, which ticks in seconds, is "now". */
export const formatSince = (atMs: number, nowMs: number) => formatRelative(Math.min(atMs, nowMs), nowMs)

/** "3 hr", "2 days": the same steps without a direction; never less than a minute. */
export const formatDuration = (durationMs: number) => {
  const unit = unitFor(durationMs)
  const amount = Math.max(1, Math.round(Math.abs(durationMs) / 1000 / seconds[unit]))
  return unitFormat(unit, 'short').format(amount)
}

/** "3 hours": the same in full words, as a sentence has it. */
export const formatSpan = (durationMs: number) => {
  const unit = unitFor(durationMs)
  return unitFormat(unit, 'long').format(Math.max(1, Math.round(Math.abs(durationMs) / 1000 / seconds[unit])))
}

const unitFormats = new Map<string, Intl.NumberFormat>()

const unitFormat = (unit: keyof typeof seconds, unitDisplay: 'short' | 'long') => {
  const key = `${unit} ${unitDisplay}`
  const format = unitFormats.get(key) ?? new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay })
  unitFormats.set(key, format)
  return format
}

// A unit is used from one and a half of it on, so that 80 minutes do not become "1 hour"; nothing is told in seconds.
const unitFor = (durationMs: number) =>
  (['year', 'month', 'day', 'hour'] as const).find((unit) => Math.abs(durationMs) / 1000 >= seconds[unit] * 1.5) ?? 'minute'
