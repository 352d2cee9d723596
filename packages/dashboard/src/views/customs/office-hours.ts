import { dateFormat } from '../../format/exact.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]
export type Spans = [string, string][]

const span = /^(\d{1,2}):?(\d{2})\s*[-–—]\s*(\d{1,2}):?(\d{2})$/

/** "08:00 – 12:00, 13:00 – 17:00" as spans; none where it is empty, and nothing where it cannot be read. */
export const readSpans = (text: string): Spans | undefined => {
  const parts = text
    .split(/[,;、，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const spans = parts.map((part): [string, string] | undefined => {
    const [, fromHour, fromMinute, untilHour, untilMinute] = span.exec(part) ?? []
    if (!fromHour || !untilHour) return undefined
    return [`${fromHour.padStart(2, '0')}:${fromMinute}`, `${untilHour.padStart(2, '0')}:${untilMinute}`]
  })
  return spans.every((one) => one !== undefined) ? spans : undefined
}

export const writeSpans = (spans: Spans | undefined) => (spans ?? []).map(([from, until]) => `${from} – ${until}`).join(', ')

// The first of June 2026 is a Monday.
export const weekdayName = (day: Weekday) => dateFormat('UTC', { weekday: 'long' }).format(Date.UTC(2026, 5, 1 + weekdays.indexOf(day), 12))
