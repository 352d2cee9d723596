import type { Location } from '@lading/shared/contract/location'
import { createJourney } from '../journey/create-journey.ts'
import type { JourneyLeg } from '../journey/journey.ts'
import { hourMs } from '../movement/movement.ts'
import { firstRequest } from './plan-fleet.ts'

/** Enough that the commoner stages are learnt. */
const usual = 100
const dayMs = 24 * hourMs
/** The last of them began so long ago that all are over. */
const [firstDaysAgo, lastDaysAgo] = [200, 70]

/**
 * What a forwarder would bring along who starts with Lading: how long the stages of the last months' journeys took, as a file for
 * `POST /v1/arrival-history`. Other journeys than those of the demonstration, in the same world.
 */
export const pastStages = (seed: string, nowMs: number, journeys = usual): string => {
  const rows = Array.from({ length: journeys }, (_, number) => {
    const request = firstRequest(`${seed}/past`, number, { nowMs, speed: 1 })
    const startMs = nowMs - (firstDaysAgo - ((firstDaysAgo - lastDaysAgo) * number) / journeys) * dayMs
    const { legs } = createJourney({ ...request, startMs })
    return legs.flatMap((leg, index) => [...waitRow(leg, legs[index - 1], `${number}-${index}`), legRow(leg, `${number}-${index}`)])
  })
  return [columns, ...rows.flat()].map((row) => row.join(',')).join('\n')
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
