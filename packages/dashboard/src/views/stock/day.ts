import { formatDay } from '../../format/exact.ts'

/** A day of the calendar as an instant that is on this day for the chart: its noon in UTC. */
export const noonOf = (day: string) => Date.parse(`${day}T12:00:00Z`)

/** "Tue 4 Aug", the day as it was said, wherever the reader is. */
export const sayDay = (atMs: number) => formatDay(atMs, 'UTC')
