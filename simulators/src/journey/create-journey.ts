import type { Location } from '@lading/shared/contract/location'
import type { Mode } from '@lading/shared/domain/mode'
import { carriers, vessels } from '../goods/companies.ts'
import { goods } from '../goods/goods.ts'
import { isScenario, scenarioNames, scenarios } from '../lanes/scenarios.ts'
import { deliver, plannedRoundMs } from '../movement/deliver.ts'
import { createLine } from '../movement/line.ts'
import { durationMs, type Movement, minuteMs } from '../movement/movement.ts'
import { consigneeAddress } from '../places/sites.ts'
import { createRandom, type Random } from '../random/random.ts'
import { parcelRound } from '../routes/parcel-round.ts'
import { stockItems } from '../stock/stock-items.ts'
import { bookingOf } from './booking.ts'
import { dwellFor, dwellMs } from './dwell.ts'
import { hopLine, hopMovement, plannedHopMs } from './hop-movement.ts'
import type { Journey, JourneyLeg, TroubleKind } from './journey.ts'
import type { Lane } from './lane.ts'
import { trackingNumberFor } from './tracking-number.ts'
import { delayOf, troubleWindow } from './trouble.ts'

export type JourneyRequest = {
  /** Together with the number it decides everything that chance decides. */
  seed: string
  number: number
  scenario: string
  startMs: number
  trouble: TroubleKind | null
  /** Ends at the warehouse it comes through, as stock of it. */
  replenishes?: true
}

/** One consignment from door to door. The same request gives the same journey; another start moves it in time, unchanged. */
export const createJourney = ({ seed, number, scenario, startMs, trouble, replenishes }: JourneyRequest): Journey => {
  if (!isScenario(scenario)) throw new Error(`there is no scenario "${scenario}"; there are ${scenarioNames.join(', ')}`)
  const key = `${seed}/${number}/${scenario}`
  const random = createRandom(key)
  const lane = random.fork('lane').pick(scenarios[scenario]())
  const goodsName = random.fork('goods').pick(lane.goods)
  const trackingNumber = trackingNumberFor(random.fork('number'), scenario, lane.from.country)
  const address = consigneeAddress(random.fork('address'), random.fork('city').pick(lane.cities), trackingNumber)
  const way = wayOf(random, lane, address)
  const legs = scheduleLegs(random, replenishes ? way.slice(0, -1) : way, startMs, trouble)
  const deliveredMs = (legs.at(-1) as JourneyLeg).arrivalMs
  const journey = {
    seed: key,
    scenario,
    deviceId: `tracker-${trackingNumber.toLowerCase()}`,
    trackingNumber,
    cargo: goods[goodsName].cargo,
    legs,
    trouble: trouble && { kind: trouble, ...troubleWindow(random.fork('trouble'), trouble, legs) },
    startMs,
    deliveredMs,
    locations: [lane.from, ...lane.hops.map(({ to }) => to), ...(replenishes ? [] : [address])],
  }
  const booking = bookingOf(random.fork('booking'), lane, goodsName, journey)
  return { ...journey, booking: replenishes ? { ...booking, items: stockItems(random.fork('stock'), legs) } : booking }
}

type Stretch = { mode: Mode; origin: Location; destination: Location; line: JourneyLeg['line']; movement: Movement; plannedMs: number }

// Legs without times: the hops of the lane and the delivery round.
const wayOf = (random: Random, { from, hops }: Lane, address: Location): Stretch[] => {
  const stops = [from, ...hops.map(({ to }) => to)]
  const stretches = hops.map((hop, index): Stretch => {
    const origin = stops[index] as Location
    const line = hopLine(origin, hop)
    const movement = hopMovement(random.fork(`leg ${index}`), hop, line)
    return { mode: hop.mode, origin, destination: hop.to, line, movement, plannedMs: plannedHopMs(hop, line) }
  })
  const depot = stops.at(-1) as Location
  const { route, doors } = parcelRound(random.fork('round'), depot, address)
  const line = createLine(route)
  const movement = deliver(random.fork('van'), line, doors)
  return [...stretches, { mode: 'parcel', origin: depot, destination: address, line, movement, plannedMs: plannedRoundMs(line, doors) }]
}

// Plan and truth side by side: the plan knows the usual speeds and waits, the truth has its own.
const scheduleLegs = (random: Random, way: Stretch[], startMs: number, trouble: TroubleKind | null): JourneyLeg[] => {
  const chance = random.fork('schedule')
  const { extraDwellMs, movements } = delayOf(random.fork('delay'), trouble, way)
  const legs: JourneyLeg[] = []
  for (const [index, { plannedMs, ...stretch }] of way.entries()) {
    const before = legs.at(-1)
    const dwell = dwellFor(stretch.origin.kind, stretch.mode)
    const plannedDepartureMs = before ? before.plannedArrivalMs + dwell.planned * 60 * minuteMs : startMs
    const readyMs = before ? before.arrivalMs + dwellMs(chance, dwell) + (extraDwellMs[index] ?? 0) : startMs
    // Ships and planes keep to their day, and nobody leaves the factory before the plan says so.
    const scheduled = !before || stretch.mode === 'sea' || stretch.mode === 'air'
    const slackMs = chance.between(25, 90) * minuteMs
    const departureMs = Math.ceil(scheduled ? Math.max(readyMs, plannedDepartureMs) + slackMs : readyMs)
    const movement = movements[index] ?? stretch.movement
    legs.push({
      ...stretch,
      movement,
      carrier: chance.pick(carriers[stretch.mode]),
      vessel: chance.pick(vessels[stretch.mode]),
      plannedDepartureMs,
      plannedArrivalMs: Math.round(plannedDepartureMs + plannedMs),
      departureMs,
      arrivalMs: Math.ceil(departureMs + durationMs(movement)),
    })
  }
  return legs
}
