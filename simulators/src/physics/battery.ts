import type { Journey } from '../journey/journey.ts'
import { hourMs } from '../movement/movement.ts'
import { noise } from '../random/hash.ts'

/** Percent an hour: every 10 minutes a fix costs little, every 2 minutes more; a lorry charges what is plugged in. */
const drainPctPerHour = { waiting: 0.035, sea: 0.035, air: 0.1, road: 0.15, rail: 0.15, parcel: 0.2 } as const
const chargePctPerHour = 3

/**
 * What is left in the tracker. Cold goods slow the cell's chemistry: it empties faster, and shows less than it has
 * (lithium primary cells give 10 to 20 % less at −20 °C).
 */
export const batteryPct = (journey: Journey, atMs: number, temperatureC: number) => {
  const { trouble, seed } = journey
  if (trouble?.kind === 'low-battery') return weakBatteryPct(journey, trouble.fromMs, atMs)
  const pluggedIn = noise(seed, 'plugged-in') < 0.4
  const start = 82 + 18 * noise(seed, 'battery')
  const shown = start - drained(journey, atMs, pluggedIn) - Math.max(0, 5 - temperatureC) * 0.2
  return Math.min(100, Math.max(1, shown))
}

// Packed half empty: below 15 % from the given moment on, and just enough left to report the arrival.
const weakBatteryPct = (journey: Journey, lowFromMs: number, atMs: number) => {
  const drainedSince = (ms: number) => drained(journey, ms, false) - drained(journey, lowFromMs, false)
  const frugality = Math.min(1, 11 / drainedSince(journey.deliveredMs))
  return Math.max(1, 15 - drainedSince(atMs) * frugality)
}

const drained = ({ legs, cargo, startMs, deliveredMs }: Journey, atMs: number, pluggedIn: boolean) => {
  const cold = cargo.setPointC !== null && cargo.setPointC < 0 ? 1.6 : 1
  let percent = 0
  let sinceMs = startMs
  const pass = (untilMs: number, perHour: number) => {
    const hours = Math.max(0, Math.min(atMs, untilMs) - sinceMs) / hourMs
    percent = Math.max(0, percent + hours * perHour)
    sinceMs = Math.max(sinceMs, Math.min(atMs, untilMs))
  }
  for (const { mode, departureMs, arrivalMs } of legs) {
    pass(departureMs, drainPctPerHour.waiting * cold)
    pass(arrivalMs, pluggedIn && mode === 'road' ? -chargePctPerHour : drainPctPerHour[mode] * cold)
  }
  pass(Math.max(atMs, deliveredMs), drainPctPerHour.waiting)
  return percent
}
