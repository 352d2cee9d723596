import { distanceKm } from '@lading/shared/geo/distance'
import type { KnownFix } from '@lading/store/postgres/device-latest/recall'
import type { Step } from './batch.ts'
import { screenFixes } from './screen-fixes.ts'

// What goods travel on is not known here: airliners make 1,000 km/h over ground and 1,300 with a strong jet stream.
const fastestKmh = 1_500
// Scatter between fixes that follow each other closely, such as those of cell towers, is no jump.
const scatterKm = 5

/**
 * A fix that nothing could have reached from the latest one is doubted. If the next one could have been reached from the
 * doubted one, then the jump is believed: the first fix was wrong, or the device travelled while its clock did not.
 * What is doubted is remembered with the device (`doubts`), as ingest itself remembers nothing; a doubted fix that is
 * delivered again does not confirm itself.
 */
export const screenJumps: Step = (batch) => {
  const doubts = new Map(batch.doubts)
  const screen = screenFixes('impossible-jump', (past, deviceId) => {
    let trusted = past?.fix
    let doubted = past?.doubted && trusted && past.doubted.atMs > trusted.atMs ? past.doubted : undefined
    const believe = (fix: KnownFix) => {
      if (trusted && fix.atMs < trusted.atMs) return
      trusted = fix
      doubted = undefined
      doubts.delete(deviceId)
    }
    return (fix) => {
      if (!trusted || isReachable(trusted, fix)) {
        believe(fix)
        return undefined
      }
      if (doubted && fix.atMs > doubted.atMs && isReachable(doubted, fix)) {
        doubted = fix
        believe(fix)
        return undefined
      }
      if (!doubted || fix.atMs > doubted.atMs) doubted = fix
      if (fix.atMs > trusted.atMs) doubts.set(deviceId, doubted)
      return `${Math.round(distanceKm(trusted, fix))} km in ${Math.round(Math.abs(fix.atMs - trusted.atMs) / 1000)} s`
    }
  })
  return { ...screen(batch), doubts }
}

const isReachable = (a: KnownFix, b: KnownFix) => {
  const km = distanceKm(a, b)
  return km <= scatterKm || km <= (Math.abs(b.atMs - a.atMs) / 3_600_000) * fastestKmh
}
