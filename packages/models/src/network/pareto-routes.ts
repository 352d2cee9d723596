import type { Network, Start } from './edge.ts'
import type { Found, FoundRoute } from './k-best-routes.ts'
import { addRide, type Criteria, nothingYet, type Ride, ride } from './ride.ts'
import { smallestFirst } from './smallest-first.ts'

/** Whether nothing of the one is worse than of the other. Without a price is worse than any price. */
export const isNowhereWorse = (one: Criteria, other: Criteria) =>
  one.hours <= other.hours &&
  one.co2eGrams <= other.co2eGrams &&
  one.risk <= other.risk &&
  (one.unpriced < other.unpriced || (one.unpriced === other.unpriced && one.cost <= other.cost))

/**
 * Whether it is known that nothing of the one is worse than of the other. What a leg without a price costs is not known: the one has to have
 * all its prices, and the other costs at least what is known of it.
 */
export const isKnownNowhereWorse = (one: Criteria, other: Criteria) =>
  one.hours <= other.hours && one.co2eGrams <= other.co2eGrams && one.risk <= other.risk && one.unpriced === 0 && one.cost <= other.cost

type Label = { place: string; atMs: number; arrived: { cleared: boolean } | undefined; rides: Ride[]; criteria: Criteria }

/**
 * The routes to which there is none that is nowhere worse, the fastest first: label setting for several criteria (Martins 1984). Goods
 * that came through customs and goods that did not are told apart at a place, as they leave it differently. Of routes alike in everything one is kept.
 */
export const paretoRoutes = (network: Network, start: Start, goal: string, { mostLegs = 10, mostSteps = 50_000 } = {}): Found => {
  const kept = new Map<string, Criteria[]>()
  const open = smallestFirst<Label>((one, other) => one.criteria.hours < other.criteria.hours)
  const routes: FoundRoute[] = []
  if (start.place !== goal) open.put({ place: start.place, atMs: start.atMs, arrived: start.arrived, rides: [], criteria: nothingYet })
  let steps = 0
  for (let next = open.take(); next; next = open.take()) {
    const { place, arrived, criteria, rides, atMs } = next
    const key = place === goal ? goal : `${place} ${arrived?.cleared}`
    const known = kept.get(key) ?? []
    if (known.some((its) => isNowhereWorse(its, criteria))) continue
    // Of two that take as long, the one taken first may be worse in the rest.
    kept.set(key, [...known.filter((its) => !isNowhereWorse(criteria, its)), criteria])
    if (place === goal) {
      routes.push({ rides, criteria, score: criteria.hours })
      continue
    }
    if (++steps > mostSteps) return { routes: withoutWorse(routes), isComplete: false }
    if (rides.length >= mostLegs) continue
    for (const edge of network.edgesFrom(place)) {
      if (edge.to === start.place || rides.some((its) => its.edge.to === edge.to)) continue
      const its = ride(network, edge, atMs, arrived)
      if (!its) continue
      const next = { place: edge.to, atMs: its.freeMs, arrived: { cleared: edge.border !== null }, rides: [...rides, its] }
      open.put({ ...next, criteria: addRide(network, criteria, atMs, arrived, its) })
    }
  }
  return { routes: withoutWorse(routes), isComplete: true }
}

const withoutWorse = (routes: FoundRoute[]) =>
  routes.filter((route, index) =>
    routes.every(
      (other, at) =>
        at === index || !isNowhereWorse(other.criteria, route.criteria) || (isNowhereWorse(route.criteria, other.criteria) && index < at),
    ),
  )
