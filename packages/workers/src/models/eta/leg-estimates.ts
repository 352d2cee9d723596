import type { NewMilestone } from '@lading/store/postgres/milestone/record'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import type { EstimatedLeg } from './estimate.ts'
import { movedMaterially } from './is-worth-keeping.ts'

/** The legs with their estimated times brought up to date, and an estimated arrival to record for each that moved. */
export const withEstimates = (legs: TrackedLeg[], estimated: EstimatedLeg[], now: Date) => {
  const milestones: NewMilestone[] = []
  const after = legs.map((leg) => {
    const estimate = estimated.find(({ sequence }) => sequence === leg.sequence)
    if (!estimate) return leg
    const { departure, arrival } = estimate
    const departureMoved = !leg.actualDeparture && moved(leg.estimatedDeparture, departure, now)
    const arrivalMoved = moved(leg.estimatedArrival, arrival, now)
    if (arrivalMoved)
      milestones.push({
        code: 'ARRI',
        classifier: 'EST',
        eventTime: arrival,
        legSequence: leg.sequence,
        locationCode: leg.destination.code,
        position: null,
        source: 'model',
      })
    return {
      ...leg,
      ...(departureMoved && { estimatedDeparture: departure }),
      ...(arrivalMoved && { estimatedArrival: arrival }),
    }
  })
  return { legs: after, milestones }
}

const moved = (before: Date | null, after: Date, now: Date) => before === null || movedMaterially(before, after, now)
