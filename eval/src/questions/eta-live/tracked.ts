import type { Location } from '@lading/shared/contract/location'
import type { Journey } from '@lading/simulators/journey/journey'
import type { TrackedLeg, TrackedPlace } from '@lading/store/postgres/tracking/tracked-shipment'

/** The legs of a journey as the platform knows them once it is booked: places, carriers, the plan and the way. */
export const trackedLegs = ({ booking, locations }: Journey): TrackedLeg[] =>
  booking.legs.map(({ mode, carrier, origin, destination, plannedDeparture, plannedArrival, route }, index) => ({
    sequence: index + 1,
    mode,
    carrier,
    origin: placeOf(locations, origin),
    destination: placeOf(locations, destination),
    plannedDeparture: new Date(plannedDeparture),
    plannedArrival: new Date(plannedArrival),
    estimatedDeparture: null,
    estimatedArrival: null,
    actualDeparture: null,
    halfwayAt: null,
    actualArrival: null,
    route: route ?? [],
  }))

const placeOf = (locations: Location[], code: string): TrackedPlace => {
  const place = locations.find((location) => location.code === code)
  if (!place) throw new Error(`${code} is no place of the journey`)
  return place
}
