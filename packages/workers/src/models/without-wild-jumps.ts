import type { Mode } from '@lading/shared/domain/mode'
import { distanceKm } from '@lading/shared/geo/distance'
import { type Fix, hourMs } from './fix.ts'

/**
 * Faster than anything goods of a mode travel on, km/h: airliners reach about 1,000 over ground and 1,300 with a strong jet stream,
 * freight trains on high-speed lines about 300, the fastest ferries 100.
 */
const fastestKmh: Record<Mode, number> = { air: 1_500, rail: 350, road: 200, parcel: 200, sea: 100 }
/** Below this a jump is scatter between two fixes that follow each other closely, not a wild one. */
const scatterKm = 5

/**
 * Fixes (oldest first) without single wild jumps: a fix that nothing could have reached from the one before, while the next one is
 * back. When the next agrees with the jump, the jump is believed. A jump at the end is held back until another fix tells. `modes` are
 * the ones the goods may have travelled by meanwhile.
 */
export const withoutWildJumps = (fixes: Fix[], modes: Mode[]): Fix[] => {
  const kmh = Math.max(...modes.map((mode) => fastestKmh[mode]))
  const reachable = (a: Fix, b: Fix) => {
    const km = distanceKm(a, b)
    return km <= scatterKm || km <= (Math.abs(b.atMs - a.atMs) / hourMs) * kmh
  }
  // What comes before the first two fixes that agree with each other has to agree with these.
  const agreeing = fixes.findIndex((fix, index) => {
    const next = fixes[index + 1]
    return next !== undefined && reachable(fix, next)
  })
  const kept: Fix[] = []
  for (const [index, fix] of fixes.entries()) {
    const before = kept.at(-1)
    const next = fixes[index + 1]
    if (!before) {
      if (agreeing <= index || reachable(fix, fixes[agreeing] as Fix)) kept.push(fix)
    } else if (reachable(before, fix)) kept.push(fix)
    else if (next && reachable(fix, next) && !reachable(before, next)) kept.push(fix)
  }
  return kept
}
