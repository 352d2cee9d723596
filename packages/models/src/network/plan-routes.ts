import type { Network, Start } from './edge.ts'
import { type FoundRoute, kBestRoutes, type Weights } from './k-best-routes.ts'
import { isKnownNowhereWorse, paretoRoutes } from './pareto-routes.ts'
import type { Ride } from './ride.ts'

export const criteriaNames = ['time', 'cost', 'co2e', 'risk'] as const
export type CriterionName = (typeof criteriaNames)[number]
export type Objective = CriterionName | 'balanced'
export type Shares = Record<CriterionName, number>

const none: Weights = { hours: 0, cost: 0, unpriced: 0, co2eGrams: 0, risk: 0 }
/** Between routes alike in what is asked for, the faster one. */
const tie = 1e-3
/** A leg without a price is worse than any price. */
const withoutPrice = 1e12
const single: Record<CriterionName, Weights> = {
  time: { ...none, hours: 1 },
  cost: { ...none, cost: 1, unpriced: withoutPrice, hours: tie },
  co2e: { ...none, co2eGrams: 1, hours: tie },
  risk: { ...none, risk: 1, hours: tie },
}
/** Being late by so much of the time of the fastest way counts as much as that time once more; by judgement. */
const lateShare = 0.25

export type PlannedRoute = FoundRoute & {
  /** There is no other route of which it is known that it is as good in everything and better in something. */
  isOnFront: boolean
  /** In what no other is better. */
  bestFor: CriterionName[]
}

type Wish = {
  objective: Objective
  shares?: Shares
  k: number
  /** Which routes count as one way, of which the best is found: by the same places and modes, say, whoever carries. */
  keyOf?: (rides: Ride[]) => string
}

/**
 * The k best routes by what is wished for, the best first. Balanced means: every share above the least possible counts, of time, cost and
 * emissions, as much as it is said to; a leg without a price counts like the cheapest way once more.
 */
export const planRoutes = (network: Network, start: Start, goal: string, { objective, shares = evenly, k, keyOf }: Wish) => {
  const bests = new Map(criteriaNames.map((name) => [name, kBestRoutes(network, start, goal, single[name], { k: 1 })]))
  const bestOf = (name: CriterionName) => bests.get(name)?.routes[0]
  const fastest = bestOf('time')
  if (!fastest) return { routes: [] as PlannedRoute[], isComplete: [...bests.values()].every(({ isComplete }) => isComplete) }
  const weights = objective === 'balanced' ? balanced(shares, fastest, bestOf('cost'), bestOf('co2e')) : single[objective]
  const found = kBestRoutes(network, start, goal, weights, { k, ...(keyOf && { keyOf }) })
  const front = paretoRoutes(network, start, goal)
  const isOnFront = (route: FoundRoute) =>
    front.routes.every(({ criteria }) => !isKnownNowhereWorse(criteria, route.criteria) || isKnownNowhereWorse(route.criteria, criteria))
  const isBest = (route: FoundRoute, name: CriterionName) => {
    const best = bestOf(name)?.criteria
    const { criteria } = route
    if (!best) return false
    if (name === 'time') return criteria.hours <= best.hours
    if (name === 'cost') return criteria.unpriced === 0 && best.unpriced === 0 && criteria.cost <= best.cost
    return name === 'co2e' ? criteria.co2eGrams <= best.co2eGrams : criteria.risk <= best.risk
  }
  return {
    routes: found.routes.map(
      (route): PlannedRoute => ({
        ...route,
        isOnFront: isOnFront(route),
        bestFor: criteriaNames.filter((name) => isBest(route, name)),
      }),
    ),
    isComplete: found.isComplete && front.isComplete && [...bests.values()].every(({ isComplete }) => isComplete),
  }
}

const evenly: Shares = { time: 1, cost: 1, co2e: 1, risk: 1 }

const balanced = (shares: Shares, fastest: FoundRoute, cheapest: FoundRoute | undefined, cleanest: FoundRoute | undefined): Weights => {
  const hours = Math.max(1, fastest.criteria.hours)
  const cost = cheapest && cheapest.criteria.unpriced === 0 ? cheapest.criteria.cost : 0
  const grams = cleanest?.criteria.co2eGrams ?? 0
  return {
    hours: shares.time / hours,
    cost: cost > 0 ? shares.cost / cost : 0,
    unpriced: cost > 0 ? shares.cost : 0,
    co2eGrams: grams > 0 ? shares.co2e / grams : 0,
    risk: shares.risk / (lateShare * hours) ** 2,
  }
}
