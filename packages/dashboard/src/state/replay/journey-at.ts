import type { Leg, Shipment } from '@lading/shared/contract/shipment'
import type { Mode } from '@lading/shared/domain/mode'
import type { ShipmentState } from '@lading/shared/domain/shipment-state'
import { distanceKm } from '@lading/shared/geo/distance'
import type { Point } from '@lading/shared/geo/point'

const happened = (instant: string | null | undefined, ms: number) => instant != null && Date.parse(instant) <= ms

/** How a shipment was carried at a time, how far its journey had come, and the worst of what somebody had to look at. */
export const journeyAt = ({ legs, alerts, state }: Pick<Shipment, 'legs' | 'alerts' | 'state'>, ms: number) => {
  const leg = legAt(legs, ms)
  const open = alerts.filter(({ openedAt, closedAt }) => happened(openedAt, ms) && !happened(closedAt, ms)).map(({ severity }) => severity)
  const severity = (['critical', 'warning', 'info'] as const).find((each) => open.includes(each)) ?? null
  return { mode: leg?.mode ?? (null as Mode | null), state: stateAt(legs, state, ms), severity }
}

/** The leg that was under way or over last; before the first departure, the first. */
export const legAt = (legs: readonly Leg[], ms: number) => legs.findLast(({ departure }) => happened(departure.actual, ms)) ?? legs[0]

// Of what it is now only the end is told of the past: how it was called on the way nobody wrote down.
const stateAt = (legs: readonly Leg[], now: ShipmentState, ms: number): ShipmentState => {
  if (!happened(legs[0]?.departure.actual, ms)) return 'info-received'
  return now === 'delivered' && happened(legs.at(-1)?.arrival.actual, ms) ? 'delivered' : 'in-transit'
}

/** The stop of the journey whose clocks it went by: the nearer end of its leg. */
export const stopNear = (legs: readonly Leg[], ms: number, place: Point) => {
  const leg = legAt(legs, ms)
  if (!leg) return undefined
  return distanceKm(leg.origin, place) <= distanceKm(leg.destination, place) ? leg.origin : leg.destination
}
