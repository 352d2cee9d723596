import type { Edge } from '@lading/models/network/edge'
import { kBestRoutes, scoreOf } from '@lading/models/network/k-best-routes'
import { isNowhereWorse, paretoRoutes } from '@lading/models/network/pareto-routes'
import { planRoutes } from '@lading/models/network/plan-routes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edges, everyRoute, goal, networkOf, start, weights } from './graphs.ts'

const idsOf = ({ rides }: { rides: { edge: { id: string } }[] }) => rides.map(({ edge }) => edge.id).join(' ')

describe('Routes through a network', () => {
  it('The k best are those that trying all of them finds, in their order.', () => {
    fc.assert(
      fc.property(edges, weights, fc.integer({ min: 1, max: 6 }), (all, wanted, k) => {
        const network = networkOf(all)
        const { routes, isComplete } = kBestRoutes(network, start, goal, wanted, { k })
        const scores = everyRoute(network)
          .map(({ criteria }) => scoreOf(wanted, criteria))
          .sort((one, other) => one - other)
          .slice(0, k)
        expect(isComplete).toBe(true)
        expect(routes.map(({ score }) => score)).toEqual(scores.map((score) => expect.closeTo(score, 3)))
      }),
    )
  })

  it('visit no place twice, leave when the goods are there, and are each another one.', () => {
    fc.assert(
      fc.property(edges, weights, (all, wanted) => {
        const { routes } = kBestRoutes(networkOf(all), start, goal, wanted, { k: 8 })
        expect(new Set(routes.map(idsOf)).size).toBe(routes.length)
        for (const { rides } of routes) {
          const visited = ['A', ...rides.map(({ edge }) => edge.to)]
          expect(new Set(visited).size).toBe(visited.length)
          expect(rides.map(({ edge }) => edge.from)).toEqual(visited.slice(0, -1))
          for (const [index, { readyMs, departMs }] of rides.entries()) {
            expect(departMs).toBeGreaterThanOrEqual(readyMs)
            expect(readyMs).toBeGreaterThanOrEqual(rides[index - 1]?.freeMs ?? start.atMs)
          }
        }
      }),
    )
  })

  it('Of routes that count as one way only the best is found.', () => {
    fc.assert(
      fc.property(edges, weights, (all, wanted) => {
        const network = networkOf(all)
        const keyOf = (rides: { edge: { to: string } }[]) => rides.map(({ edge }) => edge.to).join('')
        const { routes } = kBestRoutes(network, start, goal, wanted, { k: 4, keyOf })
        const best = new Map<string, number>()
        for (const { rides, criteria } of everyRoute(network)) {
          const score = scoreOf(wanted, criteria)
          best.set(keyOf(rides), Math.min(score, best.get(keyOf(rides)) ?? score))
        }
        const expected = [...best.values()].sort((one, other) => one - other).slice(0, 4)
        expect(routes.map(({ score }) => score)).toEqual(expected.map((score) => expect.closeTo(score, 3)))
      }),
    )
  })

  it('are never better with an edge less.', () => {
    fc.assert(
      fc.property(edges, weights, fc.nat(), (all, wanted, which) => {
        fc.pre(all.length > 0)
        const best = (of: typeof all) =>
          kBestRoutes(networkOf(of), start, goal, wanted, { k: 1 }).routes[0]?.score ?? Number.POSITIVE_INFINITY
        expect(best(all.filter((_, index) => index !== which % all.length))).toBeGreaterThanOrEqual(best(all) - 1e-6)
      }),
    )
  })

  it('The front has every way of being best, and none that another is nowhere worse than.', () => {
    fc.assert(
      fc.property(edges, (all) => {
        const network = networkOf(all)
        const every = everyRoute(network)
        const { routes, isComplete } = paretoRoutes(network, start, goal)
        expect(isComplete).toBe(true)
        for (const { criteria } of every) expect(routes.some((route) => isNowhereWorse(route.criteria, criteria))).toBe(true)
        for (const one of routes)
          expect(every.some(({ criteria }) => isNowhereWorse(criteria, one.criteria) && !isNowhereWorse(one.criteria, criteria))).toBe(
            false,
          )
      }),
    )
  })

  it('say what each is best for: what is wished for is best for it.', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom('time', 'co2e', 'risk'), (all, objective) => {
        const [first] = planRoutes(networkOf(all), start, goal, { objective, k: 3 }).routes
        if (first) expect(first.bestFor).toContain(objective)
      }),
    )
  })

  it('Another way is said to be better in everything only where that is known: what has no price could cost nothing.', () => {
    const edge = (id: string, hours: number, cost: number | null) => ({
      ...{ id, from: start.place, to: goal, departures: { kind: 'any-time' as const }, border: null, cost, co2eGrams: hours },
      hours: { p10: hours, p50: hours, p90: hours },
    })
    const onFront = (all: Edge[]) =>
      new Map(planRoutes(networkOf(all), start, goal, { objective: 'time', k: 5 }).routes.map((route) => [idsOf(route), route.isOnFront]))
    expect(onFront([edge('priced', 10, 100), edge('unpriced', 20, null), edge('dear', 20, 200)])).toEqual(
      new Map([
        ['priced', true],
        ['unpriced', true],
        ['dear', false],
      ]),
    )
    fc.assert(
      fc.property(edges, fc.constantFrom('time', 'co2e', 'balanced'), (all, objective) => {
        for (const { isOnFront, criteria } of planRoutes(networkOf(all), start, goal, { objective, k: 3 }).routes)
          if (!isOnFront)
            expect(
              everyRoute(networkOf(all)).some(
                (other) => other.criteria.unpriced === 0 && isNowhereWorse({ ...other.criteria, unpriced: criteria.unpriced }, criteria),
              ),
            ).toBe(true)
      }),
    )
  })

  it('A search that would take too long is given up and says so.', () => {
    const all = ['B', 'C', 'D'].flatMap((to) => [
      { id: `A${to}`, from: 'A', to },
      { id: `${to}E`, from: to, to: 'E' },
    ])
    const plain = { departures: { kind: 'any-time' } as const, hours: { p10: 1, p50: 1, p90: 1 }, border: null, cost: 1, co2eGrams: 1 }
    const network = networkOf(all.map((edge) => ({ ...edge, ...plain })))
    const wanted = { hours: 1, cost: 0, unpriced: 0, co2eGrams: 0, risk: 0 }
    expect(kBestRoutes(network, start, goal, wanted, { k: 9, mostSteps: 2 }).isComplete).toBe(false)
    expect(paretoRoutes(network, start, goal, { mostSteps: 2 }).isComplete).toBe(false)
  })
})
