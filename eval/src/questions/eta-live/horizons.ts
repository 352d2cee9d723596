import { horizons as known } from '@lading/models/accuracy/horizons'
import type { Journey } from '@lading/simulators/journey/journey'
import { noise } from '@lading/simulators/random/hash'
import { hourMs } from '@lading/workers/models/fix'

/** How often a journey is looked at, by the hours that there truly are to go: each horizon about as often. */
const everyHours = { '0-6 h': 1, '6-24 h': 3, '24-72 h': 8, '72-168 h': 16, 'over 168 h': 48 }

export const horizons = known.map((horizon) => ({ ...horizon, everyHours: everyHours[horizon.name] }))

export const horizonOf = (hours: number) => horizons.find(({ untilHours }) => hours <= untilHours) as (typeof horizons)[number]

/** When a journey is looked at: evenly within each span, from a place by chance, and twice after it is over, so that its end is seen. */
export const lookTimes = ({ seed, startMs, deliveredMs }: Journey): number[] => {
  const wholeHours = (deliveredMs - startMs) / hourMs
  const times = [deliveredMs + 10 * 60_000, deliveredMs + 29 * 60_000]
  let from = 0
  for (const { untilHours, everyHours } of horizons) {
    for (let toGo = from + everyHours * noise(seed, 'look', from); toGo < Math.min(untilHours, wholeHours); toGo += everyHours)
      times.push(Math.round(deliveredMs - toGo * hourMs))
    from = untilHours
  }
  return times.sort((one, other) => one - other)
}
