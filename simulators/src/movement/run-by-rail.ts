import type { Random } from '../random/random.ts'
import { createMovementBuilder, type Movement, minuteMs } from './movement.ts'

export const plannedRailKmh = 48

/** A freight train: 60 to 90 km/h when it runs, and sidings where it lets others pass. */
export const runByRail = (random: Random, totalKm: number): Movement => {
  const train = createMovementBuilder(totalKm)
  train.travel(10, 40)
  while (train.kmUntil(10) > 0) {
    train.travel(Math.min(60, train.kmUntil(10)), random.between(60, 90))
    if (random.chance(0.3)) train.wait(random.between(20, 90) * minuteMs)
  }
  train.travel(train.leftKm(), 40)
  return train.knots()
}
