import type { Departures } from '@lading/models/network/edge'
import type { Service } from '@lading/shared/contract/network'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Longer than any route takes. */
const horizonDays = 182

/** When a service leaves from an instant on, within its validity; nothing where it does not leave any more. */
export const departuresOf = (
  { departures, validFrom, validUntil }: Pick<Service, 'departures' | 'validFrom' | 'validUntil'>,
  zone: string,
  fromMs: number,
): Departures | undefined => {
  const [since, until] = [
    validFrom ? Date.parse(validFrom) : Number.NEGATIVE_INFINITY,
    validUntil ? Date.parse(validUntil) : Number.POSITIVE_INFINITY,
  ]
  if (!departures || departures.kind === 'per-week') {
    if (fromMs < since || fromMs > until) return undefined
    return departures ? { kind: 'so-often', headwayHours: 168 / departures.perWeek } : { kind: 'any-time' }
  }
  const told =
    departures.kind === 'dates' ? departures.dates.map(Date.parse).sort((one, other) => one - other) : weekly(departures, zone, fromMs)
  const instants = told.filter((at) => at >= Math.max(fromMs, since) && at <= until)
  return instants.length > 0 ? { kind: 'at', instants } : undefined
}

const weekly = ({ weekdays, time }: { weekdays: number[]; time: string }, zone: string, fromMs: number): number[] => {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  const first = Math.floor(fromMs / dayMs) - 1
  return Array.from({ length: horizonDays }, (_, day) => (first + day) * dayMs)
    .filter((midnight) => weekdays.includes(((new Date(midnight).getUTCDay() + 6) % 7) + 1))
    .map((midnight) => instantAt(midnight + hour * hourMs + minute * 60_000, zone))
}

/** The instant at which clocks of a zone show what UTC shows at `shownMs`; in the hour that is skipped, an hour on. */
const instantAt = (shownMs: number, zone: string) => {
  const guess = shownMs - offsetMs(shownMs, zone)
  return shownMs - offsetMs(guess, zone)
}

const formats = new Map<string, Intl.DateTimeFormat>()

const offsetMs = (atMs: number, zone: string) => {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
    formats.set(zone, format)
  }
  const name = format.formatToParts(atMs).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * hourMs + Number(minutes) * 60_000)
}
