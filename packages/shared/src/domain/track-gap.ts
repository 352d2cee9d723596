/** Two hours without a fix: eight missed reports of a device that reports every quarter of an hour. */
export const unknownFromMs = 2 * 3600_000

/** Of a device that reports less often, so many reports. */
const missedReports = 3

export type Gap = { fromMs: number; untilMs: number }

/** Between which times (in milliseconds, oldest first) nobody knows where something was. */
export const gapsBetween = (timesMs: readonly number[]): Gap[] => {
  const steps = timesMs.slice(1).map((atMs, index) => atMs - (timesMs[index] as number))
  if (!steps.some((step) => step > unknownFromMs)) return []
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0
  const longMs = Math.max(unknownFromMs, missedReports * usual)
  return steps.flatMap((step, index) =>
    step > longMs ? [{ fromMs: timesMs[index] as number, untilMs: timesMs[index + 1] as number }] : [],
  )
}
