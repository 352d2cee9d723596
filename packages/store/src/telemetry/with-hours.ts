import type { ConditionName } from '@lading/shared/domain/reading'
import type { Fix } from './fix.ts'
import type { Figures, HourlyFigures } from './hourly-figures.ts'
import type { DeviceRange, Slice } from './telemetry-store.ts'

/** A track of readings and, where they have gone, of the last fixes of the hours; oldest first, at most `limit`. */
export const fixesWithHours = (fixes: Fix[], hours: HourlyFigures[], { fromMs, untilMs }: DeviceRange, limit: number): Fix[] => {
  const ofHours = hours.flatMap(({ fix }) => (fix && fix.recordedAtMs >= fromMs && fix.recordedAtMs < untilMs ? [fix] : []))
  if (ofHours.length === 0) return fixes
  // While an hour is thinned there may be both, and the reading says more.
  const known = new Set(fixes.map(({ recordedAtMs }) => recordedAtMs))
  const gone = ofHours.filter(({ recordedAtMs }) => !known.has(recordedAtMs)).map((fix) => ({ ...fix, hourly: true as const }))
  return [...fixes, ...gone].sort((a, b) => a.recordedAtMs - b.recordedAtMs).slice(0, limit)
}

/** A slice of readings, with how many had a value. */
export type CountedSlice = Figures & { atMs: number }

/**
 * A series of readings and, where they have gone, of hours. An hour counts where its last reading does, as a whole: which part of
 * it belongs to a range that begins or ends within it is not known any more.
 */
export const seriesWithHours = (
  slices: CountedSlice[],
  hours: HourlyFigures[],
  measurement: ConditionName,
  { fromMs, untilMs }: DeviceRange,
  widthMs: number,
): Slice[] => {
  const joined = new Map<number, CountedSlice & { hourly?: true }>(slices.map((slice) => [slice.atMs, slice]))
  for (const { lastMs, conditions } of hours) {
    const figures = conditions[measurement]
    if (!figures || lastMs < fromMs || lastMs >= untilMs) continue
    const atMs = fromMs + Math.floor((lastMs - fromMs) / widthMs) * widthMs
    const there = joined.get(atMs)
    joined.set(atMs, { atMs, ...(there ? joinFigures(there, figures) : figures), hourly: true })
  }
  return [...joined.values()]
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs, min, mean, max, hourly }) => ({ atMs, min, mean, max, ...(hourly && { hourly }) }))
}

const joinFigures = (a: Figures, b: Figures): Figures => {
  const count = a.count + b.count
  return { count, min: Math.min(a.min, b.min), mean: (a.mean * a.count + b.mean * b.count) / count, max: Math.max(a.max, b.max) }
}
