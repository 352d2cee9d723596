import { type Arrival, beginBatch, type Step } from '@lading/ingest/steps/batch'
import { screenClock } from '@lading/ingest/steps/screen-clock'
import { screenFrozenFix } from '@lading/ingest/steps/screen-frozen-fix'
import { screenJumps } from '@lading/ingest/steps/screen-jumps'
import { screenZeroIsland } from '@lading/ingest/steps/screen-zero-island'
import type { Reading } from '@lading/shared/domain/reading'
import { dueTimes } from '@lading/simulators/device/due-times'
import { fixAt } from '@lading/simulators/device/fix-at'
import type { SimulatedReading } from '@lading/simulators/device/reading-at'
import { createFaults } from '@lading/simulators/faults/create-faults'
import type { FaultRates } from '@lading/simulators/faults/rates'
import type { Journey } from '@lading/simulators/journey/journey'
import { createRandom } from '@lading/simulators/random/random'
import type { DevicePast } from '@lading/store/postgres/device-latest/recall'

/** A device sends as often as it ever measures, so that what it measured is known minutes later. */
const sendEveryMs = 2 * 60_000

/**
 * The device of a journey, its faults and ingest's doubts: what the platform has got of it. `until` answers the readings that arrived
 * since it was last asked, as they arrived. Only where the goods are is told; how they are says nothing of their arrival.
 */
export const createReported = (journey: Journey, rates: FaultRates) => {
  const faults = createFaults(createRandom(`${journey.seed}/faults`), rates)
  const screened = createScreen(journey.deviceId)
  let sentMs = journey.startMs - 1
  return {
    until: async (nowMs: number): Promise<Reading[]> => {
      const arrived: Reading[] = []
      while (sentMs < nowMs) {
        const atMs = Math.min(nowMs, sentMs + sendEveryMs)
        const batch = dueTimes(journey, sentMs, atMs).map((measuredMs): SimulatedReading => fixAt(journey, measuredMs))
        sentMs = atMs
        if (batch.length > 0) for (const message of faults.pass(batch)) arrived.push(...(await screened(message, atMs)))
      }
      return arrived
    },
  }
}

const createScreen = (deviceId: string) => {
  let past: DevicePast | undefined
  return async (message: SimulatedReading[], receivedAtMs: number): Promise<Reading[]> => {
    const delivery = { topic: '', payload: Buffer.alloc(0), receivedAtMs, connection: undefined }
    const steps: Step[] = [screenClock({ clock: { now: () => new Date(receivedAtMs) } }), screenZeroIsland, screenFrozenFix, screenJumps]
    let batch = {
      ...beginBatch([]),
      arrivals: message.map(({ recordedAt, ...measured }): Arrival => {
        return { delivery, reading: { ...measured, deviceId, recordedAtMs: Date.parse(recordedAt), receivedAtMs } }
      }),
      pasts: new Map(past ? [[deviceId, past]] : []),
    }
    for (const step of steps) batch = await step(batch)
    const readings = batch.arrivals.map(({ reading }) => reading)
    past = pastAfter(past, readings, batch.doubts.get(deviceId))
    return readings
  }
}

// As the latest state of a device is kept: only ever forward in time.
const pastAfter = (past: DevicePast | undefined, readings: Reading[], doubted: DevicePast['doubted']): DevicePast | undefined => {
  let [recordedAtMs, fix] = [past?.recordedAtMs ?? Number.NEGATIVE_INFINITY, past?.fix]
  for (const { recordedAtMs: atMs, lat, lon, speedKmh } of readings) {
    recordedAtMs = Math.max(recordedAtMs, atMs)
    if (lat !== undefined && lon !== undefined && atMs >= (fix?.atMs ?? atMs)) fix = { atMs, lat, lon, speedKmh }
  }
  return Number.isFinite(recordedAtMs) ? { recordedAtMs, fix, doubted: doubted ?? past?.doubted } : past
}
