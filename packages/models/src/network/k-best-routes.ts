import { hourMs } from '../duration/journey.ts'
import type { Edge, Network, Start } from './edge.ts'
import { addRide, type Criteria, nothingYet, type Ride, ride } from './ride.ts'
import { smallestFirst } from './smallest-first.ts'

/** How much each criterion counts; none below nothing, and not all of them nothing. */
export type Weights = Criteria
export type FoundRoute = { rides: Ride[]; criteria: Criteria; score: number }
export type Found = {
  routes: FoundRoute[] /** False where the search was given up before it could know that there are no better ones. */
  isComplete: boolean
}

type Limits = {
  k: number
  mostLegs?: number
  mostSteps?: number
  /** Of routes with the same key only the best is found. */
  keyOf?: (rides: Ride[]) => string
}

export const scoreOf = (weights: Weights, { hours, cost, unpriced, co2eGrams, risk }: Criteria) =>
  weights.hours * hours + weights.cost * cost + weights.unpriced * unpriced + weights.co2eGrams * co2eGrams + weights.risk * risk

/**
 * The k best routes that visit no place twice, the best first. Best first search over beginnings of routes, ordered by what they come to
 * and the least that the rest can come to (A*: Hart, Nilsson and Raphael 1968), so that routes are found in their order although
 * departures make an edge slower or faster by the hour. A waiting start never helps, as who is ready sooner never arrives later.
 */
export const kBestRoutes = (
  network: Network,
  start: Start,
  goal: string,
  weights: Weights,
  { k, mostLegs = 10, mostSteps = 50_000, keyOf }: Limits,
): Found => {
  const rest = leastToGoal(network, start.place, goal, weights)
  const open = smallestFirst<Beginning>(
    (one, other) => one.bound < other.bound || (one.bound === other.bound && one.rides.length < other.rides.length),
  )
  const bound = rest.get(start.place)
  const routes: FoundRoute[] = []
  if (bound === undefined || start.place === goal) return { routes, isComplete: true }
  open.put({ place: start.place, atMs: start.atMs, arrived: start.arrived, rides: [], criteria: nothingYet, bound })
  const keys = new Set<string>()
  let steps = 0
  let isComplete = true
  while (routes.length < k) {
    const next = open.take()
    if (!next) break
    if (next.place === goal) {
      const key = keyOf?.(next.rides)
      if (key !== undefined && keys.has(key)) continue
      if (key !== undefined) keys.add(key)
      routes.push({ rides: next.rides, criteria: next.criteria, score: scoreOf(weights, next.criteria) })
      continue
    }
    if (++steps > mostSteps) {
      isComplete = false
      break
    }
    if (next.rides.length >= mostLegs) continue
    for (const edge of network.edgesFrom(next.place)) {
      const least = rest.get(edge.to)
      if (least === undefined || edge.to === start.place || next.rides.some((its) => its.edge.to === edge.to)) continue
      const its = ride(network, edge, next.atMs, next.arrived)
      if (!its) continue
      const criteria = addRide(network, next.criteria, next.atMs, next.arrived, its)
      open.put({
        place: edge.to,
        atMs: its.freeMs,
        arrived: { cleared: edge.border !== null },
        rides: [...next.rides, its],
        criteria,
        bound: scoreOf(weights, criteria) + least,
      })
    }
  }
  return { routes, isComplete }
}

type Beginning = {
  place: string
  atMs: number
  arrived: { cleared: boolean } | undefined
  rides: Ride[]
  criteria: Criteria
  bound: number
}

/** Of each place from which the goal can be reached: the least that it can come to, were there no waiting. Dijkstra, from the goal back. */
const leastToGoal = (network: Network, from: string, goal: string, weights: Weights) => {
  const into = new Map<string, Edge[]>()
  const seen = new Set([from])
  for (const place of seen)
    for (const edge of network.edgesFrom(place)) {
      into.set(edge.to, [...(into.get(edge.to) ?? []), edge])
      seen.add(edge.to)
    }
  const least = new Map<string, number>()
  const open = smallestFirst<{ place: string; score: number }>((one, other) => one.score < other.score)
  open.put({ place: goal, score: 0 })
  for (let next = open.take(); next; next = open.take()) {
    if (least.has(next.place)) continue
    least.set(next.place, next.score)
    for (const edge of into.get(next.place) ?? []) open.put({ place: edge.from, score: next.score + leastOf(edge, weights) })
  }
  return least
}

const leastOf = (edge: Edge, weights: Weights) => {
  const late = (edge.hours.p90 - edge.hours.p50) ** 2
  const cost = edge.cost === null ? weights.unpriced : weights.cost * edge.cost
  return weights.hours * edge.hours.p50 + cost + weights.co2eGrams * edge.co2eGrams + weights.risk * late
}

/** When the goods of a route are free at its end. */
export const endOf = ({ rides }: { rides: Ride[] }) => (rides.at(-1) as Ride).freeMs
export const hoursOf = (start: Start, route: { rides: Ride[] }) => (endOf(route) - start.atMs) / hourMs
