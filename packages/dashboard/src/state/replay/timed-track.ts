import type { TrackGap, TrackPoint } from '@lading/shared/contract/track'
import { type Gap, unknownFromMs } from '@lading/shared/domain/track-gap'
import { bearingDeg, distanceKm } from '@lading/shared/geo/distance'
import { pointBetween } from '@lading/shared/geo/great-circle'
import { normaliseLon } from '@lading/shared/geo/point'

/**
 * A way with its times, oldest first, along great circles: fine enough that between two of its points a straight line on the map is
 * right. Longitudes go on past ±180° rather than jump.
 */
export type TimedTrack = { atMs: readonly number[]; lat: readonly number[]; lon: readonly number[]; gaps: readonly Gap[] }

/** Where something was; `sure` unless nobody knows and it is only the way between two reports. The heading is missing while it stands. */
export type PlaceAt = { lat: number; lon: number; headingDeg: number | undefined; sure: boolean }

// On a line of 50 km a great circle lies at most some hundred metres beside the straight one.
const stepKm = 50
// Below a walking pace the heading says nothing.
const standsBelowKmh = 2

export const timedTrack = (points: readonly TrackPoint[], gaps: readonly TrackGap[]): TimedTrack => {
  const [atMs, lat, lon]: [number[], number[], number[]] = [[], [], []]
  const add = (ms: number, point: { lat: number; lon: number }) => {
    const before = lon.at(-1)
    atMs.push(ms)
    lat.push(point.lat)
    lon.push(before === undefined ? point.lon : before + normaliseLon(point.lon - before))
  }
  for (const [index, point] of points.entries()) {
    const ms = Date.parse(point.recordedAt)
    const [before, beforeMs] = [points[index - 1], atMs.at(-1)]
    if (before && beforeMs !== undefined) {
      const steps = Math.ceil(distanceKm(before, point) / stepKm)
      for (let step = 1; step < steps; step++) add(beforeMs + ((ms - beforeMs) * step) / steps, pointBetween(before, point, step / steps))
    }
    add(ms, point)
  }
  return { atMs, lat, lon, gaps: gaps.map(({ from, until }) => ({ fromMs: Date.parse(from), untilMs: Date.parse(until) })) }
}

/** The index of the last point at or before a time; −1 before the first. */
export const indexAt = ({ atMs }: Pick<TimedTrack, 'atMs'>, ms: number) => {
  let [low, high] = [0, atMs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((atMs[middle] as number) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}

export const isUnknownAt = ({ atMs, gaps }: TimedTrack, ms: number) =>
  gaps.some(({ fromMs, untilMs }) => ms > fromMs && ms < untilMs) || ms > (atMs.at(-1) ?? 0) + unknownFromMs

/** Where it was at a time: at its first place before that, and at its last one after; nothing without a report. */
export const placeAt = (track: TimedTrack, ms: number): PlaceAt | undefined => {
  const { atMs, lat, lon } = track
  if (atMs.length === 0) return undefined
  const at = (index: number) => ({ lat: lat[index] as number, lon: lon[index] as number })
  const index = indexAt(track, ms)
  const sure = !isUnknownAt(track, ms)
  if (index < 0) return { ...at(0), headingDeg: undefined, sure }
  if (index === atMs.length - 1) return { ...at(index), headingDeg: undefined, sure }
  const [from, to, fromMs] = [at(index), at(index + 1), atMs[index] as number]
  const spanMs = (atMs[index + 1] as number) - fromMs
  const share = (ms - fromMs) / spanMs
  const moves = distanceKm(from, to) / (spanMs / 3600_000) >= standsBelowKmh
  return {
    lat: from.lat + (to.lat - from.lat) * share,
    lon: from.lon + (to.lon - from.lon) * share,
    headingDeg: moves ? bearingDeg(from, to) : undefined,
    sure,
  }
}
