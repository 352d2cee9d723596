import { minuteMs } from '../movement/movement.ts'
import type { Journey } from './journey.ts'

/** When the doors are open and the goods are moved by people and forklifts. */
export type Handling = { fromMs: number; untilMs: number }

/** Loading ends ten minutes before each departure, unloading begins ten minutes after each arrival; both take a quarter of an hour. */
export const handlings = ({ legs }: Journey): Handling[] =>
  legs.flatMap(({ departureMs, arrivalMs }) => [
    { fromMs: departureMs - 25 * minuteMs, untilMs: departureMs - 10 * minuteMs },
    { fromMs: arrivalMs + 10 * minuteMs, untilMs: arrivalMs + 25 * minuteMs },
  ])

export const handlingAt = (journey: Journey, atMs: number) =>
  handlings(journey).find(({ fromMs, untilMs }) => atMs >= fromMs && atMs < untilMs)
