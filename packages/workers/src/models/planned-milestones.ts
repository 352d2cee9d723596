import type { MilestoneCode } from '@lading/shared/domain/milestone'
import type { NewMilestone } from '@lading/store/postgres/milestone/record'
import type { TrackedLeg, TrackedPlace } from '@lading/store/postgres/tracking/tracked-shipment'

/** What the plan says will happen: picked up, each leg's departure and arrival, handed over. */
export const plannedMilestones = (legs: TrackedLeg[]): NewMilestone[] => {
  const planned = (code: MilestoneCode, leg: TrackedLeg, place: TrackedPlace, eventTime: Date): NewMilestone => ({
    code,
    classifier: 'PLN',
    eventTime,
    legSequence: leg.sequence,
    locationCode: place.code,
    position: null,
    source: 'plan',
  })
  return legs.flatMap((leg, index) => [
    ...(index === 0 ? [planned('PICK', leg, leg.origin, leg.plannedDeparture)] : []),
    planned('DEPA', leg, leg.origin, leg.plannedDeparture),
    planned('ARRI', leg, leg.destination, leg.plannedArrival),
    ...(index === legs.length - 1 ? [planned('DROP', leg, leg.destination, leg.plannedArrival)] : []),
  ])
}
