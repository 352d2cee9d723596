import type { Arrival, Step } from './batch.ts'

type Deps = {
  /** Readings a second that one device may send for ever. */
  rate: number
  /** Readings it may send at once: what gathered on the device, or before ingest, while a connection was away. */
  burst: number
  /** Milliseconds of wall time. */
  now: () => number
}

type Bucket = { tokens: number; atMs: number }

/**
 * One device that runs wild is kept from the database, the map and the workers; the others go on as ever. Its surplus is kept
 * as dead letters. Stands behind every step that may fail, so that a batch that is looked at again is counted once, and
 * behind `identify`, so that there are as many buckets as registered devices at the most.
 */
export const screenFlood = ({ rate, burst, now }: Deps): Step => {
  const buckets = new Map<string, Bucket>()
  const take = (deviceId: string, atMs: number) => {
    const bucket = buckets.get(deviceId)
    if (!bucket) {
      buckets.set(deviceId, { tokens: burst - 1, atMs })
      return true
    }
    bucket.tokens = Math.min(burst, bucket.tokens + ((atMs - bucket.atMs) / 1000) * rate)
    bucket.atMs = atMs
    if (bucket.tokens < 1) return false
    bucket.tokens -= 1
    return true
  }
  return (batch) => {
    const atMs = now()
    const rejections = [...batch.rejections]
    const arrivals: Arrival[] = []
    for (const arrival of batch.arrivals) {
      const { deviceId } = arrival.reading
      if (take(deviceId, atMs)) arrivals.push(arrival)
      else {
        const { delivery, part } = arrival
        rejections.push({ delivery, part, deviceId, reason: 'flood', detail: `more than ${rate} readings a second after ${burst} at once` })
      }
    }
    return { ...batch, arrivals, rejections }
  }
}
