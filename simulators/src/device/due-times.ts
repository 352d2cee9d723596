import type { Journey } from '../journey/journey.ts'
import { minuteMs } from '../movement/movement.ts'
import { reportTimes } from './report-times.ts'
import { thin } from './thin.ts'

/** While it has no network a tracker keeps a reading every half hour. */
const offlineEveryMs = 30 * minuteMs
/** A message that tells the past has so many readings at the most, or a few more. */
export const pastReadings = 150

/**
 * What the device sends at `untilMs` if it last sent at `fromMs`: the readings since, thinned if they are many. A silent
 * device sends nothing, and what it kept once the silence is over.
 */
export const dueTimes = (journey: Journey, fromMs: number, untilMs: number): number[] => {
  const { trouble } = journey
  const times = reportTimes(journey, fromMs, untilMs)
  if (trouble?.kind !== 'silence') return thin(journey, times, pastReadings)
  const heard = times.filter((atMs) => atMs < trouble.fromMs || atMs >= trouble.untilMs)
  const backNow = untilMs >= trouble.untilMs && fromMs < trouble.untilMs
  return thin(
    journey,
    [...(backNow ? keptOffline(journey, trouble) : []), ...heard].sort((a, b) => a - b),
    pastReadings,
  )
}

const keptOffline = (journey: Journey, { fromMs, untilMs }: { fromMs: number; untilMs: number }) => {
  let lastMs = fromMs
  return reportTimes(journey, fromMs, untilMs - 1).filter((atMs) => {
    const keeps = atMs - lastMs >= offlineEveryMs
    if (keeps) lastMs = atMs
    return keeps
  })
}
