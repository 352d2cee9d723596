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
    for (const [deviceId, arrivals] of fixesByDevice(batch.arrivals)) {
      const judge = judgeFor(batch.pasts.get(deviceId), deviceId)
      for (const arrival of arrivals) {
        const { recordedAtMs, lat, lon, speedKmh } = arrival.reading
        const problem = judge({ atMs: recordedAtMs, lat: lat as number, lon: lon as number, speedKmh })
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

const fixesByDevice = (arrivals: Arrival[]) => {
  const byDevice = new Map<string, Arrival[]>()
  for (const arrival of arrivals) {
    const { deviceId, lat, lon } = arrival.reading
    if (lat === undefined || lon === undefined) continue
    const fixes = byDevice.get(deviceId)
    if (fixes) fixes.push(arrival)
    else byDevice.set(deviceId, [arrival])
  }
  for (const fixes of byDevice.values()) fixes.sort((a, b) => a.reading.recordedAtMs - b.reading.recordedAtMs)
  return byDevice
}
