import type { Step } from './batch.ts'

/**
 * Notes what came late or again; both are stored all the same, and neither moves the latest state. A repetition is seen against
 * the batch and the newest reading before it; one of something older passes as late, as only a search would tell.
 */
export const tellOrder: Step = (batch) => {
  const newest = new Map<string, number>()
  const seen = new Map<string, Set<number>>()
  const late: string[] = []
  const repeated: string[] = []
  for (const { reading } of batch.arrivals) {
    const { deviceId, recordedAtMs } = reading
    const known = newest.get(deviceId) ?? batch.pasts.get(deviceId)?.recordedAtMs ?? Number.NEGATIVE_INFINITY
    const times = seen.get(deviceId) ?? new Set([known])
    if (times.has(recordedAtMs)) repeated.push(deviceId)
    else if (recordedAtMs < known) late.push(deviceId)
    seen.set(deviceId, times.add(recordedAtMs))
    newest.set(deviceId, Math.max(known, recordedAtMs))
  }
  return { ...batch, late, repeated }
}
