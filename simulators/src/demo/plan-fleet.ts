import { afterDeliveryMs } from '../device/report-times.ts'
import { createJourney, type JourneyRequest } from '../journey/create-journey.ts'
import type { Journey, TroubleKind } from '../journey/journey.ts'
import { troubleKinds } from '../journey/journey.ts'
import { isPossible } from '../journey/trouble.ts'
import type { Scenario } from '../lanes/scenarios.ts'
import { hourMs, minuteMs } from '../movement/movement.ts'
import { createRandom, type Random } from '../random/random.ts'
import { warehouseCodes } from '../stock/sold-on.ts'

// Of twenty: six by sea, four by air, five by road, three cold, one parcel, one by rail; mixed so that a few show them all.
const mix: Scenario[] = [
  ...(['sea', 'air', 'road', 'cold-chain', 'sea', 'road', 'air', 'sea', 'parcel', 'road'] as const),
  ...(['cold-chain', 'sea', 'air', 'road', 'rail', 'sea', 'air', 'road', 'cold-chain', 'sea'] as const),
]

/** One in seven has trouble. */
const hasTrouble = (number: number) => number % 7 === 3
/** One in fifteen is held by customs besides, so that there are always some. */
const isHeldByCustoms = (number: number) => number % 15 === 5

const dayMs = 24 * hourMs

/** One in ten is booked with a mistake. They have not left yet when the demonstration begins, while it can be mended. */
const isMistaken = (number: number) => number % 10 === 6
const mistakeIn = (number: number) => (isMistaken(number) ? { mistaken: Math.floor(number / 10) } : {})

const isAtItsDoor = (number: number) => number % 10 === 1

type Moment = { nowMs: number; speed: number }

/**
 * The consignment of this number as it should stand when a demonstration begins: most somewhere on their way, one in ten
 * minutes (of the wall clock) before its door, one in ten minutes before it leaves, and the troubled ones in their trouble.
 */
export const firstRequest = (seed: string, number: number, { nowMs, speed }: Moment): JourneyRequest => {
  const random = createRandom(`${seed}/fleet/${number}`)
  const request = {
    ...requestFor(seed, number, random),
    ...(isAtItsDoor(number) && { wavedThrough: true as const }),
    ...mistakeIn(number),
  }
  const wallMs = (least: number, most: number) => random.between(least, most) * minuteMs * speed
  const sinceStart = request.trouble
    ? inTrouble(random)
    : isAtItsDoor(number)
      ? beforeItsDoor(wallMs(1.5, 8))
      : isMistaken(number)
        ? minutesAhead(wallMs(1, 6))
        : onItsWay(random.between(0.04, 0.94))
  return { ...request, startMs: startFor(request, sinceStart, nowMs) }
}

/** How long after its start a journey is where it should be. */
type SinceStart = (journey: Journey) => number

const beforeItsDoor =
  (leftMs: number): SinceStart =>
  ({ startMs, deliveredMs }) =>
    deliveredMs - startMs - Math.min(leftMs, (deliveredMs - startMs) / 2)
const minutesAhead =
  (leftMs: number): SinceStart =>
  () =>
    -leftMs
const onItsWay =
  (share: number): SinceStart =>
  ({ startMs, deliveredMs }) =>
    share * (deliveredMs - startMs)

// Later starts come there later. What waits for an office to open comes there in leaps, so that there may be no start that is just right:
// then of the last too early and the first too late the one that shows its trouble.
const startFor = (request: JourneyRequest, sinceStart: SinceStart, nowMs: number) => {
  const at = (startMs: number) => createJourney({ ...request, startMs })
  const late = (startMs: number) => startMs + sinceStart(at(startMs)) - nowMs
  let [early, tooLate] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  let startMs = nowMs
  for (let round = 0; tooLate - early > minuteMs; round++) {
    const lateMs = late(startMs)
    if (lateMs === 0) return startMs
    if (lateMs > 0) tooLate = Math.min(tooLate, startMs)
    else early = Math.max(early, startMs)
    const next = Math.round(startMs - lateMs)
    const isBetween = next > early && next < tooLate
    startMs = isBetween && round < 4 ? next : middle(early, tooLate)
  }
  return [early, tooLate].find((candidate) => isRunning(at(candidate), nowMs)) ?? early
}

const middle = (early: number, late: number) => {
  if (early === Number.NEGATIVE_INFINITY) return late - dayMs
  return late === Number.POSITIVE_INFINITY ? early + dayMs : Math.round((early + late) / 2)
}

const isRunning = ({ trouble }: Journey, nowMs: number) => trouble !== null && trouble.fromMs < nowMs && nowMs < trouble.untilMs

/** A consignment that takes the place of one that has arrived: it leaves soon. */
export const nextRequest = (seed: string, number: number, { nowMs }: Moment): JourneyRequest => {
  const random = createRandom(`${seed}/fleet/${number}`)
  return { ...requestFor(seed, number, random), ...mistakeIn(number), startMs: Math.round(nowMs + random.between(10, 60) * minuteMs) }
}

/** When nothing more will be heard of it. */
export const isOver = ({ deliveredMs }: Journey, nowMs: number) => nowMs > deliveredMs + afterDeliveryMs

/** One like those of the fleet, at any time. */
export const usualRequest = (seed: string, number: number) => requestFor(seed, number, createRandom(`${seed}/fleet/${number}`))

const requestFor = (seed: string, number: number, random: Random): JourneyRequest => {
  const request = { seed, number, scenario: mix[number % mix.length] as Scenario, startMs: 0, trouble: null }
  if (isHeldByCustoms(number) && isPossible('customs-hold', createJourney(request))) return { ...request, trouble: 'customs-hold' }
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
  const others = troubleKinds.filter((kind) => kind !== 'customs-hold')
  const first = Math.floor(number / 7) % others.length
  const inTurn = [...others.slice(first), ...others.slice(0, first)]
  return inTurn.find((kind) => isPossible(kind, journey)) ?? random.pick(['silence', 'low-battery'])
}

const inTrouble = (random: Random): SinceStart => {
  const [afterwardsMs, late, share] = [random.between(20, 200) * minuteMs, random.between(0.85, 0.95), random.between(0.5, 0.85)]
  return ({ trouble, startMs, deliveredMs }) => {
    if (!trouble) return (deliveredMs - startMs) / 2
    const { kind, fromMs, untilMs } = trouble
    // A shock is over in minutes, and found afterwards.
    if (kind === 'rough-handling') return Math.min(untilMs + afterwardsMs, deliveredMs) - startMs
    // Standing still counts as trouble once it lasts longer than ordinary waiting; what customs holds has days before it.
    const passed = kind === 'breakdown' ? late : kind === 'customs-hold' ? share / 2 : share
    return fromMs + passed * (untilMs - fromMs) - startMs
  }
}
