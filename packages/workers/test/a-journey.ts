import { pointAlong } from '@lading/shared/geo/along-route'
import { greatCircle, lengthKm } from '@lading/shared/geo/great-circle'
import type { TrackedLeg, TrackedPlace } from '@lading/store/postgres/tracking/tracked-shipment'
import { type Fix, hourMs } from '@lading/workers/models/fix'

export const startMs = Date.parse('2026-03-02T06:00:00Z')
export const at = (hours: number) => new Date(startMs + hours * hourMs)

const place = (code: string, name: string, lat: number, lon: number, geofenceRadiusKm: number): TrackedPlace => ({
  code,
  name,
  kind: 'hub',
  country: code === 'BEANR' ? 'BE' : 'GB',
  lat,
  lon,
  geofenceRadiusKm,
})
export const antwerp = place('BEANR', 'Antwerp', 51.27, 4.34, 8)
export const felixstowe = place('GBFXT', 'Felixstowe', 51.95, 1.32, 5)
export const daventry = place('DAVENTRY-DC', 'Distribution centre, Daventry', 52.27, -1.17, 2)
export const door = place('CONSIGNEE', 'Consignee, Birmingham', 52.48, -1.9, 0.3)

export const leg = (
  sequence: number,
  mode: TrackedLeg['mode'],
  origin: TrackedPlace,
  destination: TrackedPlace,
  hours: [number, number],
) => ({
  sequence,
  mode,
  carrier: 'Example Lines',
  origin,
  destination,
  plannedDeparture: at(hours[0]),
  plannedArrival: at(hours[1]),
  estimatedDeparture: null,
  estimatedArrival: null,
  actualDeparture: null,
  halfwayAt: null,
  actualArrival: null,
  route: greatCircle(origin, destination, 20),
})

/** Over the sea in 10 hours, by road after 6 more, to the door the next morning. */
export const threeLegs = (): TrackedLeg[] => [
  leg(1, 'sea', antwerp, felixstowe, [2, 12]),
  leg(2, 'road', felixstowe, daventry, [18, 22]),
  leg(3, 'parcel', daventry, door, [26, 28]),
]

/** Where goods are that keep exactly to the plan, or to the plan shifted by `lateHours`. */
export const positionAt = (legs: TrackedLeg[], hours: number, lateHours = 0) => {
  const now = at(hours - lateHours).getTime()
  const current = legs.findLast(({ plannedDeparture }) => plannedDeparture.getTime() <= now)
  if (!current) return { lat: (legs[0] as TrackedLeg).origin.lat, lon: (legs[0] as TrackedLeg).origin.lon }
  const [from, until] = [current.plannedDeparture.getTime(), current.plannedArrival.getTime()]
  return pointAlong(current.route, lengthKm(current.route) * Math.min(1, (now - from) / (until - from)))
}

/** A fix every `everyMinutes` of the whole journey. */
export const fixesOnPlan = (legs: TrackedLeg[], everyMinutes = 10, lateHours = 0): Fix[] => {
  const endHours = ((legs.at(-1) as TrackedLeg).plannedArrival.getTime() - startMs) / hourMs + lateHours + 1
  return Array.from({ length: Math.floor((endHours * 60) / everyMinutes) + 1 }, (_, step) => {
    const hours = (step * everyMinutes) / 60
    return { ...positionAt(legs, hours, lateHours), atMs: at(hours).getTime() }
  })
}
