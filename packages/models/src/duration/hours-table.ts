import { normalSurvival } from '../distribution/normal-survival.ts'
import type { HoursQuantiles } from './journey.ts'

const stepsEach = 8
const furthest = 3.5
const scores = Array.from({ length: 2 * furthest * stepsEach + 1 }, (_, at) => at / stepsEach - furthest)
/** The chance to take longer, at each of the scores. */
const leftAt = scores.map(normalSurvival)

/** A duration of any distribution: its hours at standard normal scores from −3.5 to 3.5, an eighth apart. */
export type HoursTable = Float64Array

/** Between the entries in a straight line; beyond the last, the last. */
export const hoursOfTable = (table: HoursTable, score: number): number => {
  const at = (Math.min(furthest, Math.max(-furthest, score)) + furthest) * stepsEach
  const low = Math.min(table.length - 2, Math.floor(at))
  const from = table[low] as number
  return from + (at - low) * ((table[low + 1] as number) - from)
}

const ninety = 1.2815515594457
export const quantilesOfTable = (table: HoursTable): HoursQuantiles => ({
  p10: hoursOfTable(table, -ninety),
  p50: hoursOfTable(table, 0),
  p90: hoursOfTable(table, ninety),
})

/** Three minutes, then each 9 % further than the one before. */
const [firstHours, growth] = [0.05, 1.09]
/** Halves what 9 % leaves to less than a thousandth. */
const rounds = 7

/**
 * A duration from the chance that it lasts longer than so many hours, which never rises; what is left at `longestHours` counts as over
 * then. Looked for on a grid first, then exactly: office hours make steps of it.
 */
export const tableOf = (lastsLonger: (hours: number) => number, longestHours: number): HoursTable => {
  let [low, high] = [0, 0]
  let leftAtHigh = lastsLonger(0)
  return Float64Array.from(leftAt, (left) => {
    while (leftAtHigh > left && high < longestHours) {
      low = high
      high = Math.min(longestHours, Math.max(firstHours, high * growth))
      leftAtHigh = lastsLonger(high)
    }
    if (leftAtHigh > left) return longestHours
    let [from, until] = [low, high]
    for (let round = 0; round < rounds; round += 1) {
      const middle = (from + until) / 2
      if (lastsLonger(middle) > left) from = middle
      else until = middle
    }
    return until
  })
}

/** Entry by entry the longer one: at no level shorter than either. */
export const longerOf = (one: HoursTable, other: HoursTable): HoursTable => one.map((hours, at) => Math.max(hours, other[at] as number))
