import type { SimulatedReading } from '../device/reading-at.ts'
import type { Random } from '../random/random.ts'
import { bearingPoint } from '../routes/bearing-point.ts'
import type { FaultRates } from './rates.ts'

const mayBeZero = ['speedKmh', 'temperatureC', 'humidityPct', 'shockG', 'lightLux', 'pressureHpa', 'batteryPct'] as const

/** GPS counts weeks in ten bits: a receiver that missed the rollover is 1,024 weeks behind. */
const rolloverMs = 1024 * 7 * 24 * 3_600_000
/** A device that takes its local time for UTC is hours off. */
const zoneMs = 8 * 3_600_000

/** One entry with what its device got wrong. */
export const falsify = (random: Random, rates: FaultRates, entry: SimulatedReading): SimulatedReading => {
  const zeroed = random.chance(rates.zeroField) ? { [random.pick(mayBeZero)]: 0 } : {}
  const clock = random.chance(rates.wrongClock) ? { recordedAt: wrongTime(random, entry.recordedAt) } : {}
  const place = random.chance(rates.jump) ? bearingPoint(entry, random.between(0, 360), random.between(200, 2000)) : {}
  return { ...entry, ...zeroed, ...clock, ...place }
}

const wrongTime = (random: Random, recordedAt: string) => {
  const errorMs = random.pick([-rolloverMs, zoneMs, -zoneMs])
  return new Date(Date.parse(recordedAt) + errorMs).toISOString()
}
