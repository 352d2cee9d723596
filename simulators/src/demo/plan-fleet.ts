import { afterDeliveryMs } from '../device/report-times.ts'
import { createJourney, type JourneyRequest } from '../journey/create-journey.ts'
import type { Journey, TroubleKind } from '../journey/journey.ts'
import { troubleKinds } from '../journey/journey.ts'
import { isPossible } from '../journey/trouble.ts'
import type { Scenario } from '../lanes/scenarios.ts'
import { minuteMs } from '../movement/movement.ts'
import { createRandom, type Random } from '../random/random.ts'
import { warehouseCodes } from '../stock/sold-on.ts'

// Of twenty: six by sea, four by air, five by road, three cold, one parcel, one by rail; mixed so that a few show them all.
const mix: Scenario[] = [
  ...(['sea', 'air', 'road', 'cold-chain', 'sea', 'road', 'air', 'sea', 'parcel', 'road'] as const),
  ...(['cold-chain', 'sea', 'air', 'road', 'rail', 'sea', 'air', 'road', 'cold-chain', 'sea'] as const),
]

/** One in seven has trouble. */
const hasTrouble = (number: number) => number % 7 === 3

type Moment = { nowMs: number; speed: number }

/**
 * The consignment of this number as it should stand when a demonstration begins: most somewhere on their way, one in ten
 * minutes (of the wall clock) before its door, one in ten minutes before it leaves, and the troubled ones in their trouble.
 */
export const firstRequest = (seed: string, number: number, { nowMs, speed }: Moment): JourneyRequest => {
  const random = createRandom(`${seed}/fleet/${number}`)
  const request = requestFor(seed, number, random)
  const wallMs = (least: number, most: number) => random.between(least, most) * minuteMs * speed
  const unmoved = createJourney({ ...request, startMs: 0 })
  const sinceStartMs = request.trouble
    ? inTrouble(random, unmoved)
    : number % 10 === 1
      ? unmoved.deliveredMs - Math.min(wallMs(1.5, 8), unmoved.deliveredMs / 2)
      : number % 10 === 6
        ? -wallMs(1, 6)
        : unmoved.deliveredMs * random.between(0.04, 0.94)
  return { ...request, startMs: Math.round(nowMs - sinceStartMs) }
}

/** A consignment that takes the place of one that has arrived: it leaves soon. */
export const nextRequest = (seed: string, number: number, { nowMs }: Moment): JourneyRequest => {
  const random = createRandom(`${seed}/fleet/${number}`)
  return { ...requestFor(seed, number, random), startMs: Math.round(nowMs + random.between(10, 60) * minuteMs) }
}

/** When nothing more will be heard of it. */
export const isOver = ({ deliveredMs }: Journey, nowMs: number) => nowMs > deliveredMs + afterDeliveryMs

const requestFor = (seed: string, number: number, random: Random): JourneyRequest => {
  const request = { seed, number, scenario: mix[number % mix.length] as Scenario, startMs: 0, trouble: null }
  if (hasTrouble(number)) return { ...request, trouble: troubleFor(random, request, number) }
  return isForStock(request) ? { ...request, replenishes: true as const } : request
}

// What comes through a warehouse that keeps stock, two times in three.
const isForStock = (request: JourneyRequest) => {
  const { legs } = createJourney(request)
  return request.number % 3 > 0 && legs.length > 1 && warehouseCodes.includes(legs.at(-1)?.origin.code ?? '')
}

// In turn, so that a small fleet has different ones; what cannot happen on this journey is passed over.
const troubleFor = (random: Random, request: JourneyRequest, number: number): TroubleKind => {
  const journey = createJourney(request)
  const first = Math.floor(number / 7) % troubleKinds.length
  const inTurn = [...troubleKinds.slice(first), ...troubleKinds.slice(0, first)]
  return inTurn.find((kind) => isPossible(kind, journey)) ?? random.pick(['silence', 'low-battery'])
}

const inTrouble = (random: Random, { trouble, deliveredMs }: Journey) => {
  if (!trouble) return deliveredMs / 2
  const { kind, fromMs, untilMs } = trouble
  // A shock is over in minutes, and found afterwards.
  if (kind === 'rough-handling') return Math.min(untilMs + random.between(20, 200) * minuteMs, deliveredMs)
  // Standing still counts as trouble once it lasts longer than ordinary waiting.
  const share = kind === 'breakdown' ? random.between(0.85, 0.95) : random.between(0.5, 0.85)
  return fromMs + share * (untilMs - fromMs)
}
