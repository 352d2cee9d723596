import type { Point } from '@lading/shared/geo/point'
import { hourMs } from '../movement/movement.ts'
import { bellNoise } from '../random/hash.ts'

const dayMs = 24 * hourMs

/** 0 … 24 h by the sun, from the longitude alone. */
export const solarHour = ({ lon }: Point, atMs: number) => (((atMs / hourMs + lon / 15) % 24) + 24) % 24

/**
 * Air temperature near the ground or the sea. Climate by latitude (27 °C at the equator, 9 °C at 52°, roughly the zonal means
 * of ERA5), seasons that grow with latitude and lag the sun by a month, a day of ±4.5 °C with its maximum at 15 h, weather of ±3 °C.
 */
export const ambientTemperatureC = (seed: string, place: Point, atMs: number) => {
  const climateC = 27 - 0.0065 * place.lat ** 2
  const dayOfYear = (atMs / dayMs) % 365.25
  const season = 0.18 * place.lat * Math.cos((2 * Math.PI * (dayOfYear - 205)) / 365.25)
  const day = 4.5 * Math.cos((2 * Math.PI * (solarHour(place, atMs) - 15)) / 24)
  return climateC + season + day + 3 * weather(seed, 'temperature', atMs)
}

/** Weather comes and goes: about −2 … 2, smooth over two days, its own for every journey. */
export const weather = (seed: string, kind: string, atMs: number) => {
  const step = atMs / (2 * dayMs)
  const before = bellNoise(seed, kind, Math.floor(step))
  const after = bellNoise(seed, kind, Math.floor(step) + 1)
  const share = (1 - Math.cos(Math.PI * (step - Math.floor(step)))) / 2
  return before + share * (after - before)
}
