import type { Start } from '@lading/models/network/edge'
import type { PlannedRoute } from '@lading/models/network/plan-routes'
import type { Ride } from '@lading/models/network/ride'
import { routeInterval } from '@lading/models/network/route-interval'
import type { Location } from '@lading/shared/contract/location'
import type { RouteLeg, RouteOption } from '@lading/shared/contract/network'
import { greatCircle } from '@lading/shared/geo/great-circle'
import { type LonLat, toPoint } from '@lading/shared/geo/point'
import { simplify } from '@lading/shared/geo/simplify'
import type { BuiltNetwork, EdgeFacts } from './build-network.ts'

const hourMs = 3_600_000
/** A line on a small map. */
const linePoints = 60

type Shown = { start: Start; currency: string; deliverBy?: Date | null | undefined }
type Found = Pick<PlannedRoute, 'rides' | 'criteria' | 'isOnFront' | 'bestFor'>

/** A route as it is answered: what each leg does by the middle of everything, and how sure the whole is. */
export const toOption = ({ network, facts }: BuiltNetwork, { start, currency, deliverBy }: Shown, route: Found): RouteOption => {
  const { criteria, rides } = route
  const { hours, chanceWithin, chanceOfMissing } = routeInterval(network, start, rides)
  const at = (after: number) => iso(start.atMs + after * hourMs)
  return {
    legs: rides.map((its, index) => toLeg(its, rides[index - 1]?.freeMs ?? start.atMs, facts.get(its.edge.id) as EdgeFacts, currency)),
    arrival: { p10: at(hours.p10), p50: at(hours.p50), p90: at(hours.p90) },
    hours: { p10: tenth(hours.p10), p50: tenth(hours.p50), p90: tenth(hours.p90) },
    cost: criteria.unpriced < rides.length ? { minorUnits: criteria.cost, currency } : null,
    unpricedLegs: criteria.unpriced,
    co2eGrams: Math.round(criteria.co2eGrams),
    missProbability: deliverBy ? thousandth(1 - chanceWithin((deliverBy.getTime() - start.atMs) / hourMs)) : null,
    missedDeparture: thousandth(chanceOfMissing),
    isOnFront: route.isOnFront,
    bestFor: route.bestFor,
  }
}

const toLeg = ({ edge, readyMs, departMs, arriveMs }: Ride, freeMs: number, its: EdgeFacts, currency: string): RouteLeg => {
  const { service, mode, carrier, basis, co2eSource, distanceKm, distanceBasis } = its
  return {
    ...{ service, mode, carrier, basis, co2eSource, distanceKm, distanceBasis },
    origin: toPlace(its.origin),
    destination: toPlace(its.destination),
    departure: iso(departMs),
    arrival: iso(arriveMs),
    transferHours: tenth((readyMs - freeMs) / hourMs),
    waitHours: tenth((departMs - readyMs) / hourMs),
    hours: rounded(edge.hours),
    borderHours: edge.border && rounded(edge.border),
    departures: edge.departures.kind,
    cost: edge.cost === null ? null : { minorUnits: edge.cost, currency },
    co2eGrams: Math.round(edge.co2eGrams),
    line: lineOf(its),
  }
}

const lineOf = ({ origin, destination, route }: EdgeFacts): LonLat[] =>
  simplify((route.length > 1 ? route : greatCircle(origin, destination, 400)).map(toPoint), linePoints).map(
    ({ lon, lat }): LonLat => [Math.round(lon * 1e3) / 1e3, Math.round(lat * 1e3) / 1e3],
  )

export const toPlace = ({ code, name, country, lat, lon }: Location) => ({ code, name, country, lat, lon })

const iso = (ms: number) => new Date(Math.round(ms / 60_000) * 60_000).toISOString()
const tenth = (value: number) => Math.round(value * 10) / 10
const thousandth = (value: number) => Math.round(value * 1000) / 1000
const rounded = ({ p10, p50, p90 }: { p10: number; p50: number; p90: number }) => ({ p10: tenth(p10), p50: tenth(p50), p90: tenth(p90) })
