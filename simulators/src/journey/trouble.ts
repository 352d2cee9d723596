import { isHeld } from '@lading/shared/domain/customs-entry'
import type { LocationKind } from '@lading/shared/domain/location'
import type { Mode } from '@lading/shared/domain/mode'
import type { Clearance } from '../customs/clearance.ts'
import { interrupt } from '../movement/interrupt.ts'
import { durationMs, hourMs, type Movement, minuteMs } from '../movement/movement.ts'
import type { Random } from '../random/random.ts'
import type { JourneyLeg, TroubleKind } from './journey.ts'

type Stretch = { mode: Mode; origin: { kind: LocationKind }; movement: Movement }

/** Until a ship's engine runs again, a lorry is replaced: longer than ordinary waiting, or nobody would call it trouble. */
const standsHours: Record<Mode, [number, number]> = { sea: [32, 50], air: [8, 16], road: [15, 20], rail: [15, 24], parcel: [5, 7] }

/** Troubles that cost time: a longer wait before a leg, or a movement that stands still for a while. By index of the leg. */
export const delayOf = (random: Random, trouble: TroubleKind | null, way: Stretch[]) => {
  const extraDwellMs: Record<number, number> = {}
  const movements: Record<number, Movement> = {}
  if (trouble === 'congestion') {
    // The hub after the main leg is full: days for ships, half a day for the others.
    const index = Math.min(way.length - 1, mainLeg(way) + 1)
    extraDwellMs[index] = (way[mainLeg(way)]?.mode === 'sea' ? random.between(40, 90) : random.between(9, 18)) * hourMs
  }
  if (trouble === 'border-wait') {
    const border = way.findIndex(({ origin }) => origin.kind === 'border-crossing')
    if (border >= 0) extraDwellMs[border] = random.between(10, 22) * hourMs
  }
  if (trouble === 'breakdown') {
    const index = mainLeg(way)
    const { mode, movement } = way[index] as Stretch
    movements[index] = interrupt(movement, durationMs(movement) * random.between(0.35, 0.6), random.between(...standsHours[mode]) * hourMs)
  }
  return { extraDwellMs, movements }
}

/** Whether the trouble can happen on such a journey. */
export const isPossible = (
  trouble: TroubleKind,
  { legs, clearance, cargo }: { legs: JourneyLeg[]; clearance: Clearance | null; cargo: { setPointC: number | null } },
) => {
  if (trouble === 'reefer-failure') return cargo.setPointC !== null
  if (trouble === 'border-wait') return legs.some(({ origin }) => origin.kind === 'border-crossing')
  if (trouble === 'customs-hold') return clearance !== null
  // Nothing stands still in the air.
  if (trouble === 'breakdown') return legs[mainLeg(legs)]?.mode !== 'air'
  return true
}

/** From when until when it shows. */
export const troubleWindow = (
  random: Random,
  trouble: TroubleKind,
  { legs, clearance }: { legs: JourneyLeg[]; clearance: Clearance | null },
): { fromMs: number; untilMs: number } => {
  const index = mainLeg(legs)
  const main = legs[index] as JourneyLeg
  const after = legs[index + 1]
  const within = (share: number) => main.departureMs + share * (main.arrivalMs - main.departureMs)
  switch (trouble) {
    case 'reefer-failure':
      return reeferFailure(within(random.between(0.3, 0.5)), within(random.between(0.8, 0.95)))
    case 'silence':
      return { fromMs: within(0.4), untilMs: Math.min(within(0.9), within(0.4) + random.between(20, 40) * hourMs) }
    case 'low-battery':
      return { fromMs: within(random.between(0.3, 0.5)), untilMs: legs.at(-1)?.arrivalMs ?? main.arrivalMs }
    case 'rough-handling':
      return { fromMs: main.departureMs - 26 * minuteMs, untilMs: main.departureMs - 10 * minuteMs }
    case 'congestion':
      return { fromMs: main.arrivalMs, untilMs: after ? after.departureMs : main.arrivalMs }
    case 'border-wait': {
      const border = Math.max(
        1,
        legs.findIndex(({ origin }) => origin.kind === 'border-crossing'),
      )
      return { fromMs: legs[border - 1]?.arrivalMs ?? main.departureMs, untilMs: legs[border]?.departureMs ?? main.arrivalMs }
    }
    case 'customs-hold': {
      const asked = clearance?.steps.find(({ state }) => isHeld(state))
      return { fromMs: asked?.atMs ?? main.arrivalMs, untilMs: clearance?.releasedMs ?? main.arrivalMs }
    }
    case 'breakdown': {
      const stand = longestStand(main.movement)
      return { fromMs: main.departureMs + stand.fromMs, untilMs: main.departureMs + stand.untilMs }
    }
  }
}

// Long enough to warm the goods, also where the leg is short: nobody repairs a unit within the hour.
const reeferFailure = (fromMs: number, repairedMs: number) => ({ fromMs, untilMs: Math.max(repairedMs, fromMs + 6 * hourMs) })

// The leg that takes longest is where most can happen.
const mainLeg = (legs: { movement: Movement }[]) =>
  legs.reduce((best, { movement }, index) => (durationMs(movement) > durationMs(legs[best]?.movement ?? []) ? index : best), 0)

const longestStand = (movement: Movement) =>
  movement.slice(1).reduce(
    (longest, knot, index) => {
      const before = movement[index] ?? knot
      const standsMs = knot.km === before.km ? knot.ms - before.ms : 0
      return standsMs > longest.untilMs - longest.fromMs ? { fromMs: before.ms, untilMs: knot.ms } : longest
    },
    { fromMs: 0, untilMs: 0 },
  )
