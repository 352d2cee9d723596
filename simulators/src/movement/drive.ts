import type { Random } from '../random/random.ts'
import { createMovementBuilder, type Movement, minuteMs } from './movement.ts'

/** What a dispatcher reckons with: 73 km/h at the wheel, and the breaks and rests that the law asks for. */
export const plannedDriveMs = (km: number) => {
  const drivingMs = (km / 73) * 60 * minuteMs
  const rests = Math.floor(drivingMs / (9.3 * 60 * minuteMs))
  const breaks = Math.floor(drivingMs / (4.5 * 60 * minuteMs)) - rests
  return drivingMs + breaks * 50 * minuteMs + rests * 11.5 * 60 * minuteMs
}

/**
 * A lorry: town at both ends, motorway at 70 to 85 km/h, and the driver's hours: 45 minutes of break after 4½ h at the
 * wheel, 11 h of rest after 9 h (Regulation (EC) 561/2006).
 */
export const drive = (random: Random, totalKm: number): Movement => {
  const lorry = createMovementBuilder(totalKm)
  const townKm = Math.min(8, totalKm / 4)
  let wheelMinutes = 0
  let sinceBreak = 0
  const travel = (km: number, kmh: number) => {
    lorry.travel(km, kmh)
    wheelMinutes += (km / kmh) * 60
    sinceBreak += (km / kmh) * 60
  }
  travel(townKm, random.between(30, 45))
  while (lorry.kmUntil(townKm) > 0) {
    if (wheelMinutes >= 9 * 60 - 20) {
      lorry.wait(random.between(11, 12) * 60 * minuteMs)
      wheelMinutes = sinceBreak = 0
    } else if (sinceBreak >= 4.5 * 60 - 20) {
      lorry.wait(random.between(45, 55) * minuteMs)
      sinceBreak = 0
    }
    travel(Math.min(25, lorry.kmUntil(townKm)), random.between(70, 85))
  }
  travel(lorry.leftKm(), random.between(30, 45))
  return lorry.knots()
}
