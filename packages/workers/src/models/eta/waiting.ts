import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { assumptions, shareOfWaitingNeeded } from './assumptions.ts'

/** The wait that the plan leaves between two legs. */
export const waitMs = (leg: TrackedLeg, previous: TrackedLeg) =>
  Math.max(0, leg.plannedDeparture.getTime() - previous.plannedArrival.getTime())

/** The least of it that goods need which are late for a timetable; without one, all of it. */
export const leastWaitMs = (leg: TrackedLeg, previous: TrackedLeg) =>
  (assumptions[leg.mode].keepsItsDay ? shareOfWaitingNeeded : 1) * waitMs(leg, previous)

/**
 * How long goods should wait that arrived at `arrivedMs`. Ships and aircraft keep their day: they leave as planned, later where the goods
 * come too late for it. Everything else leaves when it is ready, earlier than planned where the leg before was early.
 */
export const neededWaitMs = (leg: TrackedLeg, previous: TrackedLeg, arrivedMs: number) => {
  const least = leastWaitMs(leg, previous)
  return assumptions[leg.mode].keepsItsDay ? Math.max(least, leg.plannedDeparture.getTime() - arrivedMs) : least
}
