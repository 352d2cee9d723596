import type { Stage } from '@lading/models/arrival/stage'
import { lengthKm } from '@lading/shared/geo/great-circle'
import type { TrackedLeg, TrackedPlace } from '@lading/store/postgres/tracking/tracked-shipment'
import { hourMs } from '../fix.ts'
import { routeOf } from '../route-fix.ts'
import { neededWaitMs, waitMs } from './waiting.ts'

/** A leg as a stage, which begins at `startMs`. */
export const legStage = (leg: TrackedLeg, startMs: number): Stage => ({
  kind: 'leg',
  startedAtMs: startMs,
  mode: leg.mode,
  carrier: leg.carrier,
  origin: codeOf(leg.origin),
  destination: codeOf(leg.destination),
  plannedHours: plannedMs(leg) / hourMs,
  distanceKm: lengthKm(routeOf(leg)),
})

/**
 * The wait before a leg, from the arrival of the one before at `startMs`. Planned is what the timetable leaves of it, as a ship that goods
 * are early for does not sail earlier. What is planned between the two legs is told beside it. The destination is the place of waiting.
 */
export const waitStage = (leg: TrackedLeg, previous: TrackedLeg, startMs: number): Stage => ({
  kind: entersCountry(leg, previous) ? 'border' : 'dwell',
  startedAtMs: startMs,
  mode: leg.mode,
  carrier: leg.carrier,
  origin: codeOf(previous.origin),
  destination: codeOf(leg.origin),
  plannedHours: neededWaitMs(leg, previous, startMs) / hourMs,
  facts: { place_kind: leg.origin.kind, country: leg.origin.country, wait: waitMs(leg, previous) / hourMs },
})

/** Hardly any door is delivered to twice; doors of one country are alike. */
const codeOf = ({ code, kind, country }: TrackedPlace) => (kind === 'address' ? `address/${country}` : code)

export const plannedMs = ({ plannedArrival, plannedDeparture }: TrackedLeg) =>
  Math.max(0, plannedArrival.getTime() - plannedDeparture.getTime())

/** Goods are cleared where they have come into another country, or on the line between two. */
export const entersCountry = (leg: TrackedLeg, previous: TrackedLeg) =>
  leg.origin.kind === 'border-crossing' || previous.origin.country !== leg.origin.country
