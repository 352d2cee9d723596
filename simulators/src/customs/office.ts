import type { OfficeHours } from '@lading/shared/contract/customs'
import type { Location } from '@lading/shared/contract/location'
import type { LocationKind } from '@lading/shared/domain/location'
import { hourMs, minuteMs } from '../movement/movement.ts'

type Day = keyof OfficeHours
const workdays: Day[] = ['mon', 'tue', 'wed', 'thu', 'fri']

const open = (days: Day[], from: string, until: string): OfficeHours =>
  Object.fromEntries(days.map((day): [Day, [string, string][]] => [day, [[from, until]]]))

const inTheHarbour = open(workdays, '07:30', '17:30')
const byKind: Partial<Record<LocationKind, OfficeHours>> = {
  airport: open([...workdays, 'sat'], '06:00', '22:00'),
  'border-crossing': open([...workdays, 'sat'], '06:00', '22:00'),
}

/** When people work in the customs office of a place. Invented; public holidays are not kept. */
export const officeHours = ({ kind }: Location): OfficeHours => byKind[kind] ?? inTheHarbour

/** Offices open and close on the quarter of an hour, in every zone. */
const stepMs = 15 * minuteMs

/** The moment by which the office has worked for so many hours since `fromMs`. */
export const afterOpenHours = (office: Location, fromMs: number, hours: number): number => {
  const spans = officeHours(office)
  let leftMs = Math.max(0, hours * hourMs)
  for (let atMs = fromMs; ; ) {
    const nextMs = (Math.floor(atMs / stepMs) + 1) * stepMs
    if (isOpen(spans, office.zone, atMs)) {
      if (leftMs <= nextMs - atMs) return Math.round(atMs + leftMs)
      leftMs -= nextMs - atMs
    }
    atMs = nextMs
  }
}

/** Then, or as soon as the office opens. */
export const whenOpen = (office: Location, atMs: number) => afterOpenHours(office, atMs, 0)

export const isOpen = (hours: OfficeHours, zone: string, atMs: number) => {
  const { day, time } = localTime(zone, atMs)
  return hours[day]?.some(([from, until]) => time >= from && time < until) ?? false
}

const formats = new Map<string, Intl.DateTimeFormat>()

const localTime = (zone: string, atMs: number): { day: Day; time: string } => {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    formats.set(zone, format)
  }
  // `Mon 08:15`
  const [day = '', time = ''] = format.format(atMs).split(/,?\s/)
  return { day: day.toLowerCase() as Day, time }
}
