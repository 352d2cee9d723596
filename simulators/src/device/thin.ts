import { handlings } from '../journey/handling.ts'
import type { Journey } from '../journey/journey.ts'
import { minuteMs } from '../movement/movement.ts'

/**
 * Some of the report times, `count` or a little more: enough of every leg and every stop to see it begin and end, so that a
 * journey's past can be told in one message.
 */
export const thin = (journey: Journey, times: number[], count: number): number[] => {
  if (times.length <= count) return times
  const kept = new Set<number>()
  const keepNear = (momentMs: number) => {
    const near = times.findIndex((time) => time >= momentMs)
    for (const index of [near - 1, near]) {
      const time = times[index]
      if (time !== undefined) kept.add(time)
    }
  }
  for (const { departureMs, arrivalMs, line } of journey.legs) {
    keepNear(departureMs)
    keepNear(arrivalMs)
    // Between the geofences of short legs too.
    const samples = line.totalKm < 500 ? 4 : 2
    for (let index = 1; index < samples; index++) keepNear(departureMs + ((arrivalMs - departureMs) * index) / samples)
  }
  for (const { fromMs, untilMs } of handlings(journey)) keepNear((fromMs + untilMs) / 2)
  if (journey.trouble) keepNear(journey.trouble.fromMs + 5 * minuteMs)
  // The rest evenly over time, as long voyages are most of it.
  const [first, last] = [times[0] as number, times.at(-1) as number]
  const evenly = Math.max(2, count - kept.size)
  let index = 0
  for (let slot = 0; slot < evenly; slot++) {
    const slotMs = first + ((last - first) * slot) / (evenly - 1)
    while (index < times.length - 1 && (times[index] as number) < slotMs) index++
    kept.add(times[index] as number)
  }
  return [...kept].sort((a, b) => a - b)
}
