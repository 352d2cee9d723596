import { givenNumber, type Journey, type Triple } from './journey.ts'
import { sane } from './scale.ts'

/**
 * What to think of a journey when none has been seen: the plan, or else the distance at the usual speed of the mode after the hours it
 * takes to get going, or else a usual duration of the mode. Wide on purpose: a few outcomes outweigh it. Speeds are door to door without
 * the fixed hours: service speeds of container ships 14–18 knots less slow steaming (UNCTAD, Review of Maritime Transport), lorries
 * with driving-time rules, freight trains with marshalling.
 */
const byMode: Record<string, { speedKmh: number; fixedHours: number; usualHours: number }> = {
  sea: { speedKmh: 26, fixedHours: 72, usualHours: 600 },
  air: { speedKmh: 700, fixedHours: 36, usualHours: 60 },
  road: { speedKmh: 45, fixedHours: 4, usualHours: 36 },
  rail: { speedKmh: 35, fixedHours: 24, usualHours: 120 },
  parcel: { speedKmh: 30, fixedHours: 12, usualHours: 48 },
}
const anyMode = { speedKmh: 40, fixedHours: 24, usualHours: 96 }
const otherNames: Record<string, string> = { ocean: 'sea', truck: 'road', train: 'rail', plane: 'air' }

/** Of the middle: how early and how late one in ten is. Plans are known better than distances, and lateness has the longer tail. */
const spreads = { plan: [0.75, 1.6], distance: [0.6, 2], nothing: [0.3, 3] } as const

export const coldStart = (journey: Journey): Triple => {
  const name = (journey.mode ?? '').toLowerCase()
  const mode = byMode[otherNames[name] ?? name] ?? anyMode
  const planned = givenNumber(journey.plannedHours)
  const distanceKm = givenNumber(journey.distanceKm)
  const spread = (middle: number, [early, late]: readonly [number, number]): Triple => [
    early * sane(middle),
    sane(middle),
    late * sane(middle),
  ]
  if (planned > 0) return spread(planned, spreads.plan)
  if (distanceKm >= 0) return spread(mode.fixedHours + distanceKm / mode.speedKmh, spreads.distance)
  return spread(mode.usualHours, spreads.nothing)
}
