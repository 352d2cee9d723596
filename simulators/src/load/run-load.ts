import { setTimeout as sleep } from 'node:timers/promises'
import type { SimulatedReading } from '../device/reading-at.ts'
import type { Publisher } from '../platform/publisher.ts'

export type LoadPlan = { devices: number; perSecond: number; seconds: number; prefix: string; startMs: number }
export type LoadResult = { sent: number; acknowledged: number; failed: number; seconds: number; acknowledgedPerSecond: number }

/** Beyond so many unacknowledged messages a connection waits: the load shall show what the path takes, not fill the memory. */
const inFlightMax = 5000
const sliceMs = 20

export const loadDeviceId = (prefix: string, index: number) => `${prefix}-${index}`

/**
 * A steady stream of single readings for a bounded time. Every message has a time of its own, so that stored readings can be
 * counted against acknowledged messages.
 */
export const runLoad = async (publisher: Publisher, plan: LoadPlan, signal: AbortSignal): Promise<LoadResult> => {
  const total = Math.round(plan.perSecond * plan.seconds)
  const beganMs = performance.now()
  const waiting = new Set<Promise<void>>()
  const result = { sent: 0, acknowledged: 0, failed: 0 }
  const publish = (number: number) => {
    const sending = publisher
      .readings(loadDeviceId(plan.prefix, number % plan.devices), [reading(plan, number)])
      .then(
        () => result.acknowledged++,
        () => result.failed++,
      )
      .then(() => {
        waiting.delete(sending)
      })
    waiting.add(sending)
    result.sent++
  }
  while (result.sent < total && !signal.aborted) {
    const due = Math.min(total, Math.ceil(((performance.now() - beganMs) / 1000) * plan.perSecond) + 1)
    while (result.sent < due && waiting.size < inFlightMax) publish(result.sent)
    await sleep(sliceMs)
  }
  await Promise.all(waiting)
  const seconds = (performance.now() - beganMs) / 1000
  return { ...result, seconds: Number(seconds.toFixed(2)), acknowledgedPerSecond: Math.round(result.acknowledged / seconds) }
}

// Each device drives around its own point; a millisecond apart is enough for a reading to be another one.
const reading = ({ devices, startMs }: LoadPlan, number: number): SimulatedReading => {
  const [device, turn] = [number % devices, Math.floor(number / devices)]
  const angle = turn / 500 + device
  return {
    recordedAt: new Date(startMs + turn).toISOString(),
    lat: Number((((device * 7) % 120) - 60 + 0.05 * Math.sin(angle)).toFixed(5)),
    lon: Number((((device * 13) % 340) - 170 + 0.05 * Math.cos(angle)).toFixed(5)),
    speedKmh: 40,
    temperatureC: Number((15 + 5 * Math.sin(angle / 3)).toFixed(2)),
    batteryPct: 90,
  }
}
