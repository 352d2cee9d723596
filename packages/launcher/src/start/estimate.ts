/** How long each step took, in milliseconds, by its name. */
export type Durations = Record<string, number>

/**
 * What is left, when the step at `current` has taken `elapsedMs` so far and each step takes what it took last time.
 * Undefined where nothing is known of a step still to come.
 */
export const remainingMs = (steps: string[], known: Durations, current: number, elapsedMs: number): number | undefined => {
  const expected = steps.slice(current).map((step) => known[step])
  if (expected.some((duration) => duration === undefined)) return undefined
  const [first = 0, ...rest] = expected as number[]
  return Math.max(0, first - elapsedMs) + rest.reduce((sum, duration) => sum + duration, 0)
}

/** "8 s", "1 min 05 s". */
export const inWords = (ms: number) => {
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}
