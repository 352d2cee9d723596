import type { Departures } from './edge.ts'

/** The first departure at or after an instant; nothing when the last has left. Times that nobody told are waited for half of their headway. */
export const departAfter = (departures: Departures, readyMs: number, shareOfHeadway = 0.5): number | undefined => {
  if (departures.kind === 'any-time') return readyMs
  if (departures.kind === 'so-often') return readyMs + shareOfHeadway * departures.headwayHours * 3_600_000
  const { instants } = departures
  let [low, high] = [0, instants.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((instants[middle] as number) < readyMs) low = middle + 1
    else high = middle
  }
  return instants[low]
}
