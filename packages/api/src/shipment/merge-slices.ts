import type { Slice } from '@lading/store/telemetry/telemetry-store'

/**
 * Slices of several devices as one series of at most `count`, in order of time. Slices that are joined keep their extremes,
 * so that an excursion stays visible; each weighs the same in the mean, as how many readings it had is no longer known.
 */
export const mergeSlices = (slices: Slice[], count: number): Slice[] => {
  const ordered = slices.toSorted((a, b) => a.atMs - b.atMs)
  const size = Math.ceil(ordered.length / count)
  if (size <= 1) return ordered
  return Array.from({ length: Math.ceil(ordered.length / size) }, (_, index) => join(ordered.slice(index * size, (index + 1) * size)))
}

const join = (slices: Slice[]): Slice => ({
  atMs: (slices[0] as Slice).atMs,
  min: Math.min(...slices.map(({ min }) => min)),
  mean: slices.reduce((sum, { mean }) => sum + mean, 0) / slices.length,
  max: Math.max(...slices.map(({ max }) => max)),
  ...(slices.some(({ hourly }) => hourly) && { hourly: true }),
})
