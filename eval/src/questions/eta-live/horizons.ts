import type { Journey } from '@lading/simulators/journey/journey'
import { noise } from '@lading/simulators/random/hash'
import { hourMs } from '@lading/workers/models/fix'

/** Hours that there truly were to go, and how often a journey is looked at while they last: each span counts about alike. */
export const horizons = [
  { name: '0-6 h', untilHours: 6, everyHours: 1 },
  { name: '6-24 h', untilHours: 24, everyHours: 3 },
  { name: '24-72 h', untilHours: 72, everyHours: 8 },
  { name: '72-168 h', untilHours: 168, everyHours: 16 },
  { name: 'over 168 h', untilHours: Number.POSITIVE_INFINITY, everyHours: 48 },
]

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
