import { createNetwork, type Departures, type Edge, type Network, type Start } from '@lading/models/network/edge'
import { addRide, type Criteria, nothingYet, type Ride, ride } from '@lading/models/network/ride'
import fc from 'fast-check'

export const hourMs = 3_600_000
const places = ['A', 'B', 'C', 'D', 'E']
export const start: Start = { place: 'A', atMs: 0 }
export const goal = 'E'

const quantiles = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(most), fc.nat(most)).map((hours) => {
    const [p10, p50, p90] = hours.sort((one, other) => one - other) as [number, number, number]
    return { p10, p50, p90 }
  })

const departures: fc.Arbitrary<Departures> = fc.oneof(
  fc.constant<Departures>({ kind: 'any-time' }),
  fc.integer({ min: 1, max: 168 }).map((headwayHours): Departures => ({ kind: 'so-often', headwayHours })),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 })
    .map((hours): Departures => ({ kind: 'at', instants: hours.sort((one, other) => one - other).map((hour) => hour * hourMs) })),
)

/** Small networks, with edges side by side, without prices, across borders, and with timetables that end. */
export const edges: fc.Arbitrary<Edge[]> = fc
  .array(
    fc.record({
      ...{ from: fc.constantFrom(...places), to: fc.constantFrom(...places), departures, hours: quantiles(100) },
      border: fc.option(quantiles(40)),
      cost: fc.option(fc.nat(10_000)),
      co2eGrams: fc.nat(10_000),
    }),
    { maxLength: 11 },
  )
  .map((all) => all.filter(({ from, to }) => from !== to).map((edge, index) => ({ ...edge, id: `${index}` })))

export const networkOf = (all: Edge[]): Network =>
  createNetwork(all, (_, cleared) => (cleared ? { p10: 0, p50: 1, p90: 3 } : { p10: 2, p50: 5, p90: 9 }))

/** Every route that visits no place twice, by trying them all. */
export const everyRoute = (network: Network): { rides: Ride[]; criteria: Criteria }[] => {
  const goOn = (
    place: string,
    atMs: number,
    arrived: { cleared: boolean } | undefined,
    rides: Ride[],
    criteria: Criteria,
  ): ReturnType<typeof everyRoute> => {
    if (place === goal) return [{ rides, criteria }]
    return network.edgesFrom(place).flatMap((edge) => {
      if (edge.to === start.place || rides.some((its) => its.edge.to === edge.to)) return []
      const its = ride(network, edge, atMs, arrived)
      if (!its) return []
      const next = addRide(network, criteria, atMs, arrived, its)
      return goOn(edge.to, its.freeMs, { cleared: edge.border !== null }, [...rides, its], next)
    })
  }
  return goOn(start.place, start.atMs, start.arrived, [], nothingYet)
}

export const weights = fc
  .record({ hours: fc.nat(9), cost: fc.nat(9), unpriced: fc.nat(9999), co2eGrams: fc.nat(9), risk: fc.nat(9) })
  .filter((its) => Object.values(its).some((weight) => weight > 0))
