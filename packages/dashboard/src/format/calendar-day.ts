import { dateFormat } from './exact.ts'

/** A day of the calendar (ISO 8601), whichever zone the reader is in. */
export const formatCalendarDay = (day: string) =>
  dateFormat('UTC', { day: 'numeric', month: 'short', year: 'numeric' }).format(Date.parse(`${day}T12:00:00Z`))
