import { createOutcomes } from '@lading/models/duration/in-order-of-outcome'
import { nextRequest } from '@lading/simulators/demo/plan-fleet'
import type { FaultRates } from '@lading/simulators/faults/rates'
import { createJourney } from '@lading/simulators/journey/create-journey'
import { hourMs } from '@lading/workers/models/fix'
import { lookTimes } from './horizons.ts'
import { type Sighting, watch } from './watch.ts'

export type Fleet = { seed: string; journeys: number; rates: FaultRates; beginMs: number }

/** So often a journey begins: as in a demonstration with some forty under way. */
const everyMs = 6 * hourMs

/** Every sighting of the journeys of a fleet as the demonstration sends them out, troubles and all, in the order of time. */
export async function* sightings({ seed, journeys, rates, beginMs }: Fleet): AsyncGenerator<Sighting> {
  const due = createOutcomes<() => Promise<Sighting | undefined>>()
  for (let number = 0; number < journeys; number += 1)
    due.add(beginMs + number * everyMs, async () => {
      const journey = createJourney(nextRequest(seed, number, { nowMs: beginMs + number * everyMs, speed: 1 }))
      const times = lookTimes(journey)
      const watched = watch(journey, times, rates)
      const look = (at: number) => {
        const atMs = times[at]
        if (atMs === undefined) return
        due.add(atMs, async () => {
          const { value } = await watched.next()
          look(at + 1)
          return value as Sighting
        })
      }
      look(0)
      return undefined
    })
  for (let next = due.next(Number.POSITIVE_INFINITY); next; next = due.next(Number.POSITIVE_INFINITY)) {
    const sighting = await next()
    if (sighting) yield sighting
  }
}
