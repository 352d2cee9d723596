import type { LadingReading } from '@lading/shared/contract/telemetry'
import type { Journey } from '../journey/journey.ts'
import { placeAt } from '../journey/place-at.ts'
import { batteryPct } from '../physics/battery.ts'
import { dryTemperatureC } from '../physics/dry-temperature.ts'
import { humidityPct } from '../physics/humidity.ts'
import { lightLux } from '../physics/light.ts'
import { pressureHpa } from '../physics/pressure.ts'
import { reeferTemperatureC } from '../physics/reefer-temperature.ts'
import { shockG } from '../physics/shock.ts'
import { bellNoise } from '../random/hash.ts'
import { fixAt } from './fix-at.ts'

/** A reading that knows when and where: what every device of a simulation reports. */
export type SimulatedReading = LadingReading & { recordedAt: string; lat: number; lon: number }

/** What the device would report at this moment: the truth, with the errors of its sensors. */
export const readingAt = (journey: Journey, atMs: number): SimulatedReading => {
  const { seed, cargo } = journey
  const place = placeAt(journey, atMs)
  const trueC = cargo.setPointC === null ? dryTemperatureC(journey, place, atMs) : reeferTemperatureC(journey, cargo.setPointC, place, atMs)
  const temperatureC = trueC + 0.08 * bellNoise(seed, 'thermometer', atMs)
  return {
    ...fixAt(journey, atMs, place),
    temperatureC: round(temperatureC, 2),
    humidityPct: round(humidityPct(seed, cargo, temperatureC, atMs), 1),
    shockG: round(shockG(journey, place, atMs), 2),
    lightLux: round(lightLux(journey, place, atMs), 1),
    pressureHpa: round(pressureHpa(seed, place, atMs), 1),
    batteryPct: round(batteryPct(journey, atMs, temperatureC), 1),
  }
}

const round = (value: number, digits: number) => Number(value.toFixed(digits))
