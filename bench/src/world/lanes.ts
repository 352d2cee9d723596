import type { Location } from '@lading/shared/contract/location'
import type { Mode } from '@lading/shared/domain/mode'
import { carriers } from '@lading/simulators/goods/companies'
import { hopLine } from '@lading/simulators/journey/hop-movement'
import { scenarios } from '@lading/simulators/lanes/scenarios'
import { createLine, type Line } from '@lading/simulators/movement/line'
import { consigneeAddress } from '@lading/simulators/places/sites'
import { createRandom } from '@lading/simulators/random/random'

export type TradeLeg = { mode: Mode; carrier: string; origin: Location; destination: Location; line: Line }
export type TradeLane = { number: number; legs: TradeLeg[] }

/** The lanes of the simulators, each to every one of its cities, with the lines that ships, lorries and aeroplanes take. */
export const tradeLanes = (): TradeLane[] => {
  const random = createRandom('lanes')
  return Object.values(scenarios)
    .flatMap((lanes) => lanes())
    .flatMap(({ from, hops, cities }) => cities.map((city) => ({ from, hops, city })))
    .map(({ from, hops, city }, number) => {
      const legs: TradeLeg[] = []
      let origin = from
      for (const hop of hops) {
        legs.push({ mode: hop.mode, carrier: random.pick(carriers[hop.mode]), origin, destination: hop.to, line: hopLine(origin, hop) })
        origin = hop.to
      }
      const door = consigneeAddress(random, city, String(number).padStart(3, '0'))
      const route = createLine([
        [origin.lon, origin.lat],
        [door.lon, door.lat],
      ])
      return { number, legs: [...legs, { mode: 'parcel', carrier: random.pick(carriers.parcel), origin, destination: door, line: route }] }
    })
}
