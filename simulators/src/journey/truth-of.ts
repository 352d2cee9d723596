import type { Journey } from './journey.ts'

/** What really happens, for whoever measures how good an arrival time was. */
export type Truth = {
  shipmentId: string
  trackingNumber: string
  deviceId: string
  scenario: string
  trouble: { kind: string; from: string; until: string } | null
  legs: {
    sequence: number
    mode: string
    origin: string
    destination: string
    plannedDeparture: string
    plannedArrival: string
    departedAt: string
    arrivedAt: string
  }[]
  customs: {
    legSequence: number
    country: string
    office: string
    channel: string
    lodgedAt: string
    releasedAt: string
  } | null
  arrivedAt: string
}

export const truthOf = (
  shipmentId: string,
  { trackingNumber, deviceId, scenario, trouble, legs, clearance, deliveredMs }: Journey,
): Truth => ({
  shipmentId,
  trackingNumber,
  deviceId,
  scenario,
  trouble: trouble && { kind: trouble.kind, from: iso(trouble.fromMs), until: iso(trouble.untilMs) },
  legs: legs.map((leg, index) => ({
    sequence: index + 1,
    mode: leg.mode,
    origin: leg.origin.code,
    destination: leg.destination.code,
    plannedDeparture: iso(leg.plannedDepartureMs),
    plannedArrival: iso(leg.plannedArrivalMs),
    departedAt: iso(leg.departureMs),
    arrivedAt: iso(leg.arrivalMs),
  })),
  customs: clearance && {
    legSequence: clearance.legSequence,
    country: clearance.country,
    office: clearance.office.code,
    channel: clearance.channel,
    lodgedAt: iso(clearance.lodgedMs),
    releasedAt: iso(clearance.releasedMs),
  },
  arrivedAt: iso(deliveredMs),
})

const iso = (ms: number) => new Date(ms).toISOString()
