import type { DevicePast, KnownFix } from '@lading/store/postgres/device-latest/recall'
import type { Reason, Rejection } from '../rejection.ts'
import type { Arrival, Batch } from './batch.ts'
import { quarantineFix } from './quarantine-fix.ts'

/** Judges one device's fixes of a batch in order of time: answers what is wrong with the one given, or nothing. */
export type Judge = (fix: KnownFix) => string | undefined

/** A step that looks at each device's fixes in order of time, starting from what is known of it. */
export const screenFixes =
  (reason: Reason, judgeFor: (past: DevicePast | undefined, deviceId: string) => Judge) =>
  (batch: Batch): Batch => {
    const problems = new Map<Arrival, string>()
    for (const [deviceId, fixes] of fixesByDevice(batch.arrivals)) {
      const judge = judgeFor(batch.pasts.get(deviceId), deviceId)
      for (const { arrival, fix } of fixes) {
        const problem = judge(fix)
        if (problem) problems.set(arrival, problem)
      }
    }
    if (problems.size === 0) return batch
    const rejections: Rejection[] = [...batch.rejections]
    const arrivals = batch.arrivals.flatMap((arrival) => {
      const detail = problems.get(arrival)
      if (detail === undefined) return arrival
      const { rest, rejection } = quarantineFix(arrival, { reason, detail })
      rejections.push(rejection)
      return rest ?? []
    })
    return { ...batch, arrivals, rejections }
  }

type Found = Map<string, { arrival: Arrival; fix: KnownFix }[]>

// Several steps look at the same arrivals, as most batches have nothing to reject: they are put in order once.
const found = new WeakMap<Arrival[], Found>()

const fixesByDevice = (arrivals: Arrival[]): Found => {
  const known = found.get(arrivals)
  if (known) return known
  const byDevice: Found = new Map()
  for (const arrival of arrivals) {
    const { deviceId, recordedAtMs: atMs, lat, lon, speedKmh } = arrival.reading
    if (lat === undefined || lon === undefined) continue
    const entry = { arrival, fix: { atMs, lat, lon, speedKmh } }
    const fixes = byDevice.get(deviceId)
    if (fixes) fixes.push(entry)
    else byDevice.set(deviceId, [entry])
  }
  for (const fixes of byDevice.values()) fixes.sort((a, b) => a.fix.atMs - b.fix.atMs)
  found.set(arrivals, byDevice)
  return byDevice
}
