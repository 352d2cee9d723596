import { coldStart } from '@lading/models/duration/cold-start'
import type { HoursQuantiles } from '@lading/models/duration/journey'
import { createNetwork, type Departures, type Edge, type Network, noTime } from '@lading/models/network/edge'
import { type EmissionFactor, emissionFactors, emissionsGrams } from '@lading/models/network/emissions'
import { freightCost } from '@lading/models/network/freight-cost'
import type { Ride } from '@lading/models/network/ride'
import { shrink } from '@lading/models/network/shrink'
import type { Location } from '@lading/shared/contract/location'
import type { RouteLeg, Service } from '@lading/shared/contract/network'
import { passesCustoms } from '@lading/shared/domain/customs-territory'
import type { Mode } from '@lading/shared/domain/mode'
import { distanceKm } from '@lading/shared/geo/distance'
import { lengthKm } from '@lading/shared/geo/great-circle'
import type { LonLat } from '@lading/shared/geo/point'
import type { PastLane, PlannedLane } from '@lading/store/postgres/network/past'
import { departuresOf } from './departures-of.ts'
import type { PastOfNetwork } from './past-of-network.ts'
import { aboutPlan, keepsItsDay, usualBorder, usualHeadwayHours, usualTransfer } from './usual-hours.ts'

export type Cargo = { weightKg: number; volumeM3: number; currency: string }

/** A leg of a shipment's own plan, as far as it is still ahead. */
export type OwnLeg = {
  sequence: number
  mode: Mode
  carrier: string
  origin: string
  destination: string
  departs: Date
  arrives: Date
  route: LonLat[]
}

export type EdgeFacts = Pick<RouteLeg, 'service' | 'mode' | 'carrier' | 'basis' | 'co2eSource' | 'distanceKm' | 'distanceBasis'> & {
  origin: Location
  destination: Location
  route: LonLat[]
}

/** Two routes are the same way when they go by the same places and modes, whoever carries. */
export const wayOf =
  ({ facts }: Pick<BuiltNetwork, 'facts'>) =>
  (rides: Ride[]) =>
    rides.map(({ edge }) => `${edge.from} ${facts.get(edge.id)?.mode} ${edge.to}`).join(', ')

export type BuiltNetwork = { network: Network; facts: Map<string, EdgeFacts>; own: Edge[] }

type Input = {
  past: PastOfNetwork
  services: Service[]
  places: Map<string, Location>
  cargo: Cargo
  fromMs: number
  modes?: Mode[] | undefined
  ownLegs?: OwnLeg[]
}

/**
 * The network that goods of this kind can take from an instant on: services that were told, lanes that shipments have gone or are planned
 * to go, and the shipment's own legs. A service takes the place of the lane that it is: same places, mode and carrier;
 * also where the goods are more than it takes, as the lane takes no more.
 */
export const buildNetwork = ({ past, services, places, cargo, fromMs, modes, ownLegs = [] }: Input): BuiltNetwork => {
  const facts = new Map<string, EdgeFacts>()
  const lanes = new Map(past.lanes.map((lane) => [laneKey(lane), lane]))
  const planned = new Map(past.planned.map((lane) => [laneKey(lane), lane]))
  const distances = distancesOf(past)
  const routes = new Map(past.planned.filter(({ route }) => route.length > 1).map((lane) => [wayKey(lane), lane.route]))
  const border = borderHours(past)

  const edge = (wanted: Wanted): Edge | undefined => {
    const { id, mode, carrier, departures, price, expected } = wanted
    const [origin, destination] = [places.get(wanted.origin), places.get(wanted.destination)]
    if (!origin || !destination || origin.code === destination.code || (modes && !modes.includes(mode))) return undefined
    const seen = lanes.get(laneKey({ ...wanted, destination: learntAs(destination) }))
    const route = wanted.route?.length ? wanted.route : (routes.get(wayKey(wanted)) ?? [])
    const measured = distances.get(wayKey(wanted)) ?? (route.length > 1 ? lengthKm(route) : undefined)
    const km = wanted.distanceKm ?? measured ?? distanceKm(origin, destination)
    const factor = wanted.factor ?? emissionFactors[mode]
    const hours = shrink(seen, expected ?? asQuantiles(coldStart({ mode, distanceKm: km })))
    facts.set(id, {
      service: wanted.service ?? null,
      ...{ mode, carrier, origin, destination, route },
      basis: seen ? { kind: 'history', journeys: seen.journeys } : { kind: wanted.service ? 'service' : 'plan', journeys: 0 },
      co2eSource: factor.source,
      distanceKm: Math.round(km),
      distanceBasis: wanted.distanceKm ? 'told' : measured ? 'measured' : 'great-circle',
    })
    return {
      ...{ id, from: origin.code, to: destination.code, departures, hours },
      border: passesCustoms(origin.country, destination.country) ? border(destination) : null,
      cost: price && price.currency === cargo.currency ? freightCost(price, cargo.weightKg, cargo.volumeM3) : null,
      co2eGrams: emissionsGrams(cargo.weightKg, km, factor),
    }
  }

  const fitting = services.filter(({ capacity }) => takes(capacity, cargo))
  const offered = fitting.flatMap((service) => {
    const origin = places.get(service.origin)
    const departures = origin && departuresOf(service, origin.zone, fromMs)
    if (!departures) return []
    const { p10, p50, p90 } = service.transitHours
    const about = aboutPlan(p50)
    const { code, mode, carrier, destination, price, co2e } = service
    return (
      edge({
        ...{ id: `service ${code}`, service: code, mode, carrier, origin: service.origin, destination, departures, price },
        ...{ factor: co2e, distanceKm: service.distanceKm, expected: { p10: p10 ?? Math.min(p50, about.p10), p50, p90: p90 ?? about.p90 } },
      }) ?? []
    )
  })
  const taken = new Set(services.map(laneKey))
  const gone = [...new Map<string, Lane>([...lanes, ...planned])].flatMap(([key, lane]) => {
    if (taken.has(key) || !isMode(lane.mode)) return []
    const plan = planned.get(key)
    const { mode, carrier, origin, destination } = lane
    const expected = plan && aboutPlan(plan.hours)
    return (
      edge({ id: `lane ${key}`, mode, carrier, origin, destination, departures: usualDepartures(mode), ...(expected && { expected }) }) ??
      []
    )
  })
  const own = ownLegs.flatMap(({ sequence, departs, arrives, ...leg }) => {
    const departures: Departures = keepsItsDay(leg.mode) ? { kind: 'at', instants: [departs.getTime()] } : { kind: 'any-time' }
    const price = services.find((service) => laneKey(service) === laneKey(leg))?.price
    const expected = aboutPlan((arrives.getTime() - departs.getTime()) / 3_600_000)
    return edge({ id: `own ${sequence}`, ...leg, departures, expected, ...(price && { price }) }) ?? []
  })
  // A shipment's own legs are ways as others are, unless somebody offers or has gone the very same.
  const known = new Set([...fitting.map(laneKey), ...[...lanes.keys(), ...planned.keys()].filter((key) => !taken.has(key))])
  const onlyOwn = own.filter((_, index) => !known.has(laneKey(ownLegs[index] as OwnLeg)))
  return { network: createNetwork([...offered, ...gone, ...onlyOwn], transfers(past, facts)), facts, own }
}

type Wanted = {
  id: string
  service?: string
  mode: Mode
  carrier: string
  origin: string
  destination: string
  departures: Departures
  expected?: HoursQuantiles
  price?: Service['price']
  factor?: EmissionFactor | null
  distanceKm?: number | null
  route?: LonLat[]
}

const takes = (capacity: Service['capacity'], { weightKg, volumeM3 }: Cargo) =>
  weightKg <= (capacity?.weightKg ?? Number.POSITIVE_INFINITY) && volumeM3 <= (capacity?.volumeM3 ?? Number.POSITIVE_INFINITY)

type Lane = { origin: string; destination: string; mode: string; carrier: string }
const wayKey = ({ origin, destination, mode }: Omit<Lane, 'carrier'>) => `${origin} ${destination} ${mode}`
const laneKey = (lane: Lane) => `${wayKey(lane)} ${lane.carrier}`
const isMode = (mode: string): mode is Mode => mode in emissionFactors

/** Doors of one country are alike, as stages are learnt. */
const learntAs = ({ code, kind, country }: Location) => (kind === 'address' ? `address/${country}` : code)
const asQuantiles = ([p10, p50, p90]: [number, number, number]): HoursQuantiles => ({ p10, p50, p90 })

const usualDepartures = (mode: Mode): Departures => {
  const headwayHours = usualHeadwayHours[mode]
  return headwayHours ? { kind: 'so-often', headwayHours } : { kind: 'any-time' }
}

const distancesOf = ({ lanes, planned }: { lanes: PastLane[]; planned: PlannedLane[] }) =>
  new Map([
    ...planned.flatMap((lane) => (lane.route.length > 1 ? [[wayKey(lane), lengthKm(lane.route)] as const] : [])),
    ...lanes.flatMap((lane) => (lane.distanceKm ? [[wayKey(lane), lane.distanceKm] as const] : [])),
  ])

/** From waits at the place that goods entered the country at; where there were none, from what is published of the country. */
const borderHours = ({ waits, borderHours }: PastOfNetwork) => {
  const seen = mostSeen(waits.filter(({ kind, mode }) => kind === 'border' && isMode(mode) && !keepsItsDay(mode)))
  return ({ code, country }: Location) => {
    const published = borderHours.get(country)
    return shrink(seen.get(code), published === undefined ? usualBorder : aboutPlan(Math.max(1, published)))
  }
}

const transfers = ({ waits }: PastOfNetwork, facts: Map<string, EdgeFacts>) => {
  const seen = new Map(waits.filter(({ kind }) => kind === 'dwell').map((wait) => [`${wait.place} ${wait.mode}`, wait]))
  const hours = new Map<string, HoursQuantiles>()
  for (const [id, { mode, origin }] of facts)
    hours.set(id, keepsItsDay(mode) ? usualTransfer[mode] : shrink(seen.get(`${origin.code} ${mode}`), usualTransfer[mode]))
  return (edge: Edge, cleared: boolean): HoursQuantiles => {
    const mode = facts.get(edge.id)?.mode
    // Waits at a border were seen as a whole: what they leave to do is being there before a ship or an aircraft.
    if (!mode || (cleared && !keepsItsDay(mode))) return noTime
    return hours.get(edge.id) ?? noTime
  }
}

const mostSeen = <Wait extends { place: string; journeys: number }>(waits: Wait[]) => {
  const best = new Map<string, Wait>()
  for (const wait of waits) if (wait.journeys > (best.get(wait.place)?.journeys ?? 0)) best.set(wait.place, wait)
  return best
}
