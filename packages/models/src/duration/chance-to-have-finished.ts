import { endedAtMs, type FinishedJourney, givenNumber, hourMs } from './journey.ts'

/** Above nothing, so that a past in which all began lately can be learnt from too. */
const least = 0.01

/**
 * How much each finished journey counts, as of a moment. Of the journeys that began lately only the short ones are over, and what is learnt
 * from them as they are is that journeys have become short (right truncation). They cannot stand for the long ones among them, which
 * nobody has seen the end of: so each counts by the chance that a journey which began then would be over by now, taken from the journeys
 * that all had time enough.
 */
export const finishingWeights = (journeys: FinishedJourney[], asOfMs: number): Float64Array => {
  const weights = new Float64Array(journeys.length).fill(1)
  if (!Number.isFinite(asOfMs)) return weights
  const byDuration = journeys.map(({ actualHours }) => actualHours).sort((one, other) => one - other)
  const nearlyLongest = (byDuration[Math.floor(0.99 * byDuration.length)] ?? 0) * hourMs
  const hadTime = journeys.filter(({ startedAtMs }) => asOfMs - givenNumber(startedAtMs) > nearlyLongest)
  const durations = hadTime.length >= 30 ? hadTime.map(({ actualHours }) => actualHours).sort((one, other) => one - other) : byDuration
  for (const [at, journey] of journeys.entries()) {
    const hadHours = (asOfMs - givenNumber(journey.startedAtMs)) / hourMs
    if (Number.isFinite(hadHours)) weights[at] = Math.max(least, shareUpTo(durations, hadHours))
  }
  return weights
}

const shareUpTo = (sorted: number[], value: number) => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low / sorted.length
}

/** The latest moment that the journeys tell of: the end of the last; NaN without a calendar. */
export const lastEndMs = (journeys: FinishedJourney[]): number => {
  let last = Number.NaN
  for (const journey of journeys) {
    const end = endedAtMs(journey)
    if (!(end <= last)) last = Number.isNaN(end) ? last : end
  }
  return last
}
