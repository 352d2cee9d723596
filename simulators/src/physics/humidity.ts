import type { Cargo } from '../journey/journey.ts'
import { weather } from './ambient.ts'

/** Relative humidity in the box: the cargo's own level, drier as the air warms above `usualC`, wetter with the weather. */
export const humidityPct = (seed: string, { humidityPct: level, setPointC }: Cargo, temperatureC: number, atMs: number) => {
  const usualC = setPointC ?? 15
  const percent = level - 0.9 * (temperatureC - usualC) + (setPointC === null ? 5 : 1.5) * weather(seed, 'humidity', atMs)
  return Math.min(99, Math.max(12, percent))
}
