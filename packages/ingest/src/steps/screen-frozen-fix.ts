import { screenFixes } from './screen-fixes.ts'

// Slower than this a receiver's speed is noise; a standing one may well report it.
const movingKmh = 10
// Far enough for the last digit of any notation to change: three decimals of a degree are 110 m.
const unmovedKm = 1

/**
 * A receiver that hangs repeats its last position to the last digit while it reports that it moves. Whoever moves at both
 * ends of a kilometre is somewhere else; a standing vehicle is in the same place rightly.
 */
export const screenFrozenFix = screenFixes('frozen-fix', (past) => {
  let before = past?.fix
  return (fix) => {
    const hours = before ? (fix.atMs - before.atMs) / 3_600_000 : 0
    const slowerKmh = Math.min(before?.speedKmh ?? 0, fix.speedKmh ?? 0)
    if (before && fix.lat === before.lat && fix.lon === before.lon && slowerKmh >= movingKmh && slowerKmh * hours >= unmovedKm)
      return `the position has not changed since ${new Date(before.atMs).toISOString()} at ${slowerKmh} km/h or more`
    if (!before || fix.atMs >= before.atMs) before = fix
    return undefined
  }
})
