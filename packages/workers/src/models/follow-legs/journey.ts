import type { MilestoneCode } from '@lading/shared/domain/milestone'
import type { NewMilestone } from '@lading/store/postgres/milestone/record'
import type { TrackedLeg, TrackedPlace } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Fix } from '../fix.ts'

/** The legs of a shipment while they are being settled, one event after the other and never backwards in time. */
export const createJourney = (before: TrackedLeg[]) => {
  const legs = before.map((leg) => ({ ...leg }))
  const milestones: NewMilestone[] = []
  const index = () => legs.findIndex(({ actualArrival }) => !actualArrival)
  const settledUntilMs = () =>
    Math.max(0, ...legs.flatMap(({ actualDeparture, actualArrival }) => [actualDeparture?.getTime() ?? 0, actualArrival?.getTime() ?? 0]))

  const record = (codes: MilestoneCode[], leg: TrackedLeg, place: TrackedPlace, atMs: number, shownBy: Fix | undefined) => {
    // Never at or before the event before it, so that their order is plain to whoever sorts by time.
    const eventTime = new Date(Math.max(atMs, settledUntilMs() + 1))
    for (const code of codes)
      milestones.push({
        code,
        classifier: 'ACT',
        eventTime,
        legSequence: leg.sequence,
        locationCode: place.code,
        position: shownBy ? { lat: shownBy.lat, lon: shownBy.lon } : null,
        source: shownBy ? 'device' : 'model',
      })
    return eventTime
  }

  return {
    legs,
    milestones,
    /** The leg that is on its way or waits to begin; none once the last one arrived. */
    current: () => legs[index()],
    index,
    settledUntilMs,
    /** Whether the leg before the current one ended at this place. */
    arrivedAt: (code: string) => legs[index() - 1]?.destination.code === code,
    depart: (atMs: number, shownBy: Fix | undefined) => {
      const leg = legs[index()] as TrackedLeg
      const codes: MilestoneCode[] = leg === legs[0] ? ['PICK', 'DEPA'] : ['DEPA']
      leg.actualDeparture = record(codes, leg, leg.origin, atMs, shownBy)
    },
    arrive: (atMs: number, shownBy: Fix | undefined) => {
      const leg = legs[index()] as TrackedLeg
      const codes: MilestoneCode[] = leg === legs.at(-1) ? ['ARRI', 'DROP'] : ['ARRI']
      leg.actualArrival = record(codes, leg, leg.destination, atMs, shownBy)
    },
  }
}
