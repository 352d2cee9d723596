import { greatCircle } from '@lading/shared/geo/great-circle'
import type { LonLat, Point } from '@lading/shared/geo/point'
import { drive, plannedDriveMs } from '../movement/drive.ts'
import { fly, plannedFlyKmh } from '../movement/fly.ts'
import { createLine, type Line } from '../movement/line.ts'
import { hourMs, type Movement, minuteMs } from '../movement/movement.ts'
import { plannedRailKmh, runByRail } from '../movement/run-by-rail.ts'
import { plannedSailKmh, sail } from '../movement/sail.ts'
import type { Random } from '../random/random.ts'
import { densify } from '../routes/densify.ts'
import { roadRoute } from '../routes/road-route.ts'
import { seaRoute } from '../routes/sea-route.ts'
import type { Hop } from './lane.ts'

/** The line that a hop takes, which depends on the places alone. */
export const hopLine = (from: Point, { mode, to, via = [], ferry }: Hop): Line => {
  const land: [Point, ...Point[]] = [from, ...via.map(([lon, lat]) => ({ lon, lat })), to]
  if (mode === 'sea' && !ferry) return createLine(seaRoute(from, to))
  if (mode === 'sea') return createLine(densify([asLonLat(from), asLonLat(to)], 10))
  return createLine(mode === 'air' ? greatCircle(from, to) : roadRoute(land))
}

/** How it truly goes, which chance decides. */
export const hopMovement = (random: Random, { mode }: Hop, { totalKm }: Line): Movement =>
  ({ sea: sail, air: fly, road: drive, rail: runByRail })[mode](random, totalKm)

/** How long the plan gives it. */
export const plannedHopMs = ({ mode, ferry }: Hop, { totalKm }: Line): number => {
  if (ferry) return 120 * minuteMs
  if (mode === 'sea') return (totalKm / plannedSailKmh + 3) * hourMs
  if (mode === 'air') return (totalKm / plannedFlyKmh + 0.5) * hourMs
  if (mode === 'rail') return (totalKm / plannedRailKmh) * hourMs
  return plannedDriveMs(totalKm) + 30 * minuteMs
}

const asLonLat = ({ lon, lat }: Point): LonLat => [lon, lat]
