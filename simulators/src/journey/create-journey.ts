import type { Location } from '@lading/shared/contract/location'
import { crossingOf } from '@lading/shared/domain/customs-crossing'
import type { Mode } from '@lading/shared/domain/mode'
import { clear, type Hold } from '../customs/clear.ts'
import type { Clearance } from '../customs/clearance.ts'
import { carriers, vessels } from '../goods/companies.ts'
import { type GoodsName, goods } from '../goods/goods.ts'
import { withMistake } from '../goods/mistakes.ts'
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
  /** Customs lets it go without a look, so that its times do not depend on when offices are open. */
  wavedThrough?: true
  /** Somebody made a mistake when it was booked: which one, in turn. */
  mistaken?: number
}

/**
 * One consignment from door to door. The same request gives the same journey; another start moves it in time, unchanged but for what
 * waits for offices of customs to open.
 */
export const createJourney = ({
  seed,
  number,
  scenario,
  startMs,
  trouble,
  replenishes,
  wavedThrough,
  mistaken,
}: JourneyRequest): Journey => {
  if (!isScenario(scenario)) throw new Error(`there is no scenario "${scenario}"; there are ${scenarioNames.join(', ')}`)
  const key = `${seed}/${number}/${scenario}`
  const random = createRandom(key)
  const lane = random.fork('lane').pick(scenarios[scenario]())
  const goodsName = random.fork('goods').pick(lane.goods)
  const trackingNumber = trackingNumberFor(random.fork('number'), scenario, lane.from.country)
  const address = consigneeAddress(random.fork('address'), random.fork('city').pick(lane.cities), trackingNumber)
  const way = wayOf(random, lane, address)
  const fate = { hold: trouble === 'customs-hold' ? holdFor(number) : null, wavedThrough: wavedThrough ?? false }
  const planned = { way: replenishes ? way.slice(0, -1) : way, startMs, trouble, goodsName, fate }
  const { legs, clearance } = scheduleLegs(random, planned)
  const deliveredMs = (legs.at(-1) as JourneyLeg).arrivalMs
  const journey = {
    seed: key,
    scenario,
    deviceId: `tracker-${trackingNumber.toLowerCase()}`,
    trackingNumber,
    cargo: goods[goodsName].cargo,
    legs,
    clearance,
    trouble: trouble && { kind: trouble, ...troubleWindow(random.fork('trouble'), trouble, { legs, clearance }) },
    startMs,
    deliveredMs,
    locations: [lane.from, ...lane.hops.map(({ to }) => to), ...(replenishes ? [] : [address])],
  }
  const booking = bookingOf(random.fork('booking'), lane, goodsName, journey)
  const booked = replenishes ? { ...booking, items: stockItems(random.fork('stock'), legs) } : booking
  return { ...journey, booking: mistaken === undefined ? booked : withMistake(booked, mistaken) }
}

// In turn, so that two in a row are held for different reasons.
const holdFor = (number: number): Hold => (number % 2 === 1 ? 'documents' : 'examination')

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

/** What a request says of customs beforehand. */
type CustomsFate = { hold: Hold | null; wavedThrough: boolean }

type Planned = { way: Stretch[]; startMs: number; trouble: TroubleKind | null; goodsName: GoodsName; fate: CustomsFate }

// Plan and truth side by side: the plan knows the usual speeds and waits, the truth has its own, and does not go on before customs says so.
const scheduleLegs = (random: Random, { way, startMs, trouble, goodsName, fate }: Planned) => {
  const chance = random.fork('schedule')
  const { extraDwellMs, movements } = delayOf(random.fork('delay'), trouble, way)
  const crossing = crossingOf(way.map(({ origin, destination }, index) => ({ sequence: index + 1, origin, destination })))
  const legs: JourneyLeg[] = []
  let clearance: Clearance | null = null
  for (const [index, { plannedMs, ...stretch }] of way.entries()) {
    const before = legs.at(-1)
    const dwell = dwellFor(stretch.origin.kind, stretch.mode)
    const plannedDepartureMs = before ? before.plannedArrivalMs + dwell.planned * 60 * minuteMs : startMs
    const waitedMs = before ? before.arrivalMs + dwellMs(chance, dwell) + (extraDwellMs[index] ?? 0) : startMs
    // Ships and planes keep to their day, and nobody leaves the factory before the plan says so.
    const scheduled = !before || stretch.mode === 'sea' || stretch.mode === 'air'
    const slackMs = chance.between(25, 90) * minuteMs
    const isCleared = before && crossing?.waits && crossing.legSequence === index + 1
    if (isCleared) clearance = clear(random.fork('customs'), { crossing, before, goods: goodsName, ...fate })
    const readyMs =
      isCleared && clearance ? Math.max(waitedMs, clearance.releasedMs + random.fork('released').between(15, 60) * minuteMs) : waitedMs
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
  return { legs, clearance }
}
