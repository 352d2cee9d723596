import type { Location } from '@lading/shared/contract/location'
import type { Journey, JourneyLeg } from '../journey/journey.ts'
import { hourMs } from '../movement/movement.ts'

/** How long the stages of journeys took that are over, as a file for `POST /v1/arrival-history`. */
export const pastStages = (journeys: Journey[]): string => {
  const rows = journeys.flatMap(({ legs }, number) =>
    legs.flatMap((leg, index) => [...waitRow(leg, legs[index - 1], `${number}-${index}`), legRow(leg, `${number}-${index}`)]),
  )
  return [columns, ...rows].map((row) => row.join(',')).join('\n')
}

type Row = (string | number)[]
const columns: Row = [
  ...['id', 'stage', 'started_at', 'mode', 'carrier', 'origin', 'destination', 'planned_hours', 'distance_km', 'actual_hours'],
  ...['x_place_kind', 'x_country', 'x_wait'],
]

const legRow = (leg: JourneyLeg, id: string): Row => [
  ...[`leg-${id}`, 'leg', iso(leg.departureMs), leg.mode, quoted(leg.carrier), codeOf(leg.origin), codeOf(leg.destination)],
  ...[hours(leg.plannedArrivalMs - leg.plannedDepartureMs), Math.round(leg.line.totalKm), hours(leg.arrivalMs - leg.departureMs)],
  ...['', '', ''],
]

// Before a ship or an aircraft the plan of a wait is what the timetable leaves of it, half of it at the least.
const waitRow = (leg: JourneyLeg, before: JourneyLeg | undefined, id: string): Row[] => {
  if (!before) return []
  const wait = Math.max(0, leg.plannedDepartureMs - before.plannedArrivalMs)
  const keepsItsDay = leg.mode === 'sea' || leg.mode === 'air'
  const planned = keepsItsDay ? Math.max(wait / 2, leg.plannedDepartureMs - before.arrivalMs) : wait
  const border = leg.origin.kind === 'border-crossing' || before.origin.country !== leg.origin.country
  return [
    [
      ...[`wait-${id}`, border ? 'border' : 'dwell', iso(before.arrivalMs), leg.mode, quoted(leg.carrier)],
      ...[codeOf(before.origin), codeOf(leg.origin), hours(planned), '', hours(leg.departureMs - before.arrivalMs)],
      ...[leg.origin.kind, leg.origin.country, hours(wait)],
    ],
  ]
}

/** Doors of one country are alike, as Lading has it. */
const codeOf = ({ code, kind, country }: Location) => (kind === 'address' ? `address/${country}` : code)
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const hours = (ms: number) => Math.round((ms / hourMs) * 100) / 100
const iso = (ms: number) => new Date(ms).toISOString()
