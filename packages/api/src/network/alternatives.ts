import type { Edge, Start } from '@lading/models/network/edge'
import { planRoutes } from '@lading/models/network/plan-routes'
import { addRide, nothingYet, type Ride, ride } from '@lading/models/network/ride'
import type { Location } from '@lading/shared/contract/location'
import type { AlternativesAnswer, AlternativesQuery, Service } from '@lading/shared/contract/network'
import type { Leg } from '@lading/shared/contract/shipment'
import { passesCustoms } from '@lading/shared/domain/customs-territory'
import { type BuiltNetwork, buildNetwork, type OwnLeg, wayOf } from './build-network.ts'
import type { PastOfNetwork } from './past-of-network.ts'
import { toOption, toPlace } from './to-option.ts'
import { usualHeadwayHours } from './usual-hours.ts'

export const usualWeightKg = 100

type Input = {
  legs: Leg[]
  promisedAt: string | null
  now: Date
  past: PastOfNetwork
  services: Service[]
  places: Map<string, Location>
  asked: AlternativesQuery
}

/**
 * The other ways that a shipment could still go, beside the one it is planned to. Goods under way can turn off where the leg ends that they
 * are on; those that were handed over have no other way.
 */
export const alternativesOf = ({ legs, promisedAt, now, past, services, places, asked }: Input): AlternativesAnswer => {
  const { weightKg = usualWeightKg, volumeM3 = 0, currency = 'EUR', objective = 'balanced', k = 5 } = asked
  const ahead = legs.filter(({ departure }) => !departure.actual)
  const before = legs.filter(({ departure }) => departure.actual).at(-1)
  const [first, last] = [ahead[0], ahead.at(-1)]
  const plain = { promisedAt, weightKg, currency }
  if (!first || !last) return { ...plain, from: null, readyAt: null, present: null, alternatives: [], isComplete: true }

  const start = startOf(first, before, now)
  const built = buildNetwork({
    past,
    services,
    places,
    cargo: { weightKg, volumeM3, currency },
    fromMs: start.atMs,
    ownLegs: ahead.map(toOwnLeg),
  })
  const shown = { start, currency, deliverBy: promisedAt === null ? null : new Date(promisedAt) }
  const present = presentRoute(built, start)
  const keyOf = wayOf(built)
  const isPresent = (rides: Ride[]) => keyOf(rides) === keyOf(present?.rides ?? [])
  // One more than is asked for, as the present way may be among them.
  const { routes, isComplete } = planRoutes(built.network, start, last.destination.code, { objective, k: k + 1, keyOf })
  const others = routes.filter(({ rides }) => !isPresent(rides)).slice(0, k)
  const same = routes.find(({ rides }) => isPresent(rides))
  return {
    ...plain,
    from: toPlace(first.origin),
    readyAt: new Date(start.atMs).toISOString(),
    present: present ? toOption(built, shown, { ...present, isOnFront: same?.isOnFront ?? false, bestFor: same?.bestFor ?? [] }) : null,
    alternatives: others.map((route) => toOption(built, shown, route)),
    isComplete,
  }
}

const startOf = (first: Leg, before: Leg | undefined, now: Date): Start => {
  const place = first.origin.code
  if (!before) return { place, atMs: Math.max(now.getTime(), Date.parse(first.departure.planned)) }
  const arrives = Date.parse(before.arrival.actual ?? before.arrival.estimated ?? before.arrival.planned)
  const cleared = passesCustoms(before.origin.country, before.destination.country)
  return { place, atMs: Math.max(now.getTime(), arrives), arrived: { cleared } }
}

const toOwnLeg = ({ sequence, mode, carrier, origin, destination, departure, arrival, route }: Leg): OwnLeg => ({
  ...{ sequence, mode, carrier, origin: origin.code, destination: destination.code, route },
  departs: new Date(departure.planned),
  arrives: new Date(Math.max(Date.parse(departure.planned), Date.parse(arrival.planned))),
})

/** The shipment's own legs. Where the goods will miss a ship or an aircraft, they wait for the next one. */
const presentRoute = ({ network, facts, own }: BuiltNetwork, start: Start) => {
  let { atMs, arrived } = start
  let criteria = nothingYet
  const rides: Ride[] = []
  for (const edge of own) {
    const headwayHours = usualHeadwayHours[facts.get(edge.id)?.mode ?? 'road'] ?? 24
    const next: Edge = { ...edge, departures: { kind: 'so-often', headwayHours } }
    const its = ride(network, edge, atMs, arrived) ?? (ride(network, next, atMs, arrived) as Ride)
    criteria = addRide(network, criteria, atMs, arrived, its)
    rides.push(its)
    atMs = its.freeMs
    arrived = { cleared: edge.border !== null }
  }
  return rides.length > 0 ? { rides, criteria } : undefined
}
