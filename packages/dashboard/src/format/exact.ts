import { locale } from '../i18n/t.ts'

export const viewerZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }
const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }

/** "Tue 4 Aug 2026, 14:00 CEST": the instant as clocks in the zone show it, with the zone said. */
export const formatExact = (atMs: number, zone: string = viewerZone) =>
  dateFormat(zone, { ...day, ...time, year: 'numeric', timeZoneName: 'short' }).format(atMs)

/** "Tue 14:00". */
export const formatDayTime = (atMs: number, zone: string) => dateFormat(zone, { weekday: 'short', ...time }).format(atMs)

/** "Tue 4 Aug, 14:00". */
export const formatDateTime = (atMs: number, zone: string) => dateFormat(zone, { ...day, ...time }).format(atMs)

/** "Tue 4 Aug". */
export const formatDay = (atMs: number, zone: string) => dateFormat(zone, day).format(atMs)

/** "4 Aug". */
export const formatDate = (atMs: number, zone: string) => dateFormat(zone, { day: 'numeric', month: 'short' }).format(atMs)

/** "14:00". */
export const formatTime = (atMs: number, zone: string) => dateFormat(zone, time).format(atMs)

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats are costly to make and few in kind: each is made once. */
export const dateFormat = (zone: string, options: Intl.DateTimeFormatOptions) => {
  const key = `${zone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(locale, { hourCycle: 'h23', timeZone: zone, ...options })
  formats.set(key, fresh)
  return fresh
}

/** A day that may be years away: 1 Jan 2022. */
export const formatDayOfYear = (atMs: number, zone: string) =>
  dateFormat(zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(atMs)
