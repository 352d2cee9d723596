import type { Place } from '../journey/place-at.ts'
import { flightAltitudeM } from '../movement/fly.ts'
import { weather } from './ambient.ts'

/** Metres above sea; only aircraft leave the ground here. */
export const altitudeM = ({ leg, km, moving }: Place) => (leg.mode === 'air' && moving ? flightAltitudeM(km, leg.line.totalKm) : null)

/** Sea-level pressure with the weather; in the air the cabin's, which is never higher than 2,400 m (14 CFR 25.841). */
export const pressureHpa = (seed: string, place: Place, atMs: number) =>
  (1013 + 7 * weather(seed, 'pressure', atMs)) * Math.exp(-Math.min(2400, altitudeM(place) ?? 0) / 8434)
