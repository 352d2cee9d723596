import { createJourney } from '../journey/create-journey.ts'
import type { Journey } from '../journey/journey.ts'
import { hourMs } from '../movement/movement.ts'
import { usualRequest } from './plan-fleet.ts'

/** Enough that the commoner stages are learnt. */
const usual = 100
const dayMs = 24 * hourMs
/** The last of them began so long ago that all are over. */
const [firstDaysAgo, lastDaysAgo] = [200, 70]

/**
 * What a forwarder has behind him who starts with Lading: the journeys of the last months, other ones than those of the demonstration, in
 * the same world.
 */
export const pastJourneys = (seed: string, nowMs: number, journeys = usual): Journey[] =>
  Array.from({ length: journeys }, (_, number) => {
    const daysAgo = firstDaysAgo - ((firstDaysAgo - lastDaysAgo) * number) / journeys
    return createJourney({ ...usualRequest(`${seed}/past`, number), startMs: Math.round(nowMs - daysAgo * dayMs) })
  })
