import { placeOfClearance } from '@lading/shared/domain/customs-crossing'
import type { TrackedCustoms, TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'

/** Whether goods are cleared while they wait for the leg; otherwise they are in the course of it. */
export const waitsForLeg = (legs: TrackedLeg[], { legSequence, facts: { country } }: TrackedCustoms) =>
  placeOfClearance(legs, legSequence, country)?.code === legs.find(({ sequence }) => sequence === legSequence)?.origin.code

/** Whether goods are where they are cleared, and cannot go on before. Undefined once they have. */
export const isThere = (legs: TrackedLeg[], its: TrackedCustoms): boolean | undefined => {
  const index = legs.findIndex(({ sequence }) => sequence === its.legSequence)
  const [leg, previous] = [legs[index], legs[index - 1]]
  if (!leg || leg.actualArrival) return undefined
  if (!waitsForLeg(legs, its)) return leg.actualDeparture !== null
  return leg.actualDeparture ? undefined : Boolean(previous?.actualArrival)
}
