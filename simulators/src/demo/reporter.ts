import { dueTimes } from '../device/due-times.ts'
import { readingAt } from '../device/reading-at.ts'
import { createFaults } from '../faults/create-faults.ts'
import type { FaultRates } from '../faults/rates.ts'
import type { Journey } from '../journey/journey.ts'
import type { Publisher } from '../platform/publisher.ts'
import { createRandom } from '../random/random.ts'

export type Reporter = {
  journey: Journey
  reportedUntilMs: () => number
  /** Sends what is due; resolves when the broker has it. A failure leaves it due. */
  report: (nowMs: number) => Promise<void>
}

type Options = { journey: Journey; publisher: Pick<Publisher, 'readings'>; rates: FaultRates; reportedUntilMs?: number }

/** The device of one journey: at least once, as a tracker that sends again after a lost connection. */
export const createReporter = ({ journey, publisher, rates, reportedUntilMs = journey.startMs - 1 }: Options): Reporter => {
  const faults = createFaults(createRandom(`${journey.seed}/faults/${reportedUntilMs}`), rates)
  let doneMs = reportedUntilMs
  return {
    journey,
    reportedUntilMs: () => doneMs,
    report: async (nowMs) => {
      if (nowMs <= doneMs) return
      const batch = dueTimes(journey, doneMs, nowMs).map((atMs) => readingAt(journey, atMs))
      const over = nowMs > journey.deliveredMs
      const arriving = [...(batch.length > 0 ? faults.pass(batch) : []), ...(over ? faults.flush() : [])]
      for (const message of arriving) await publisher.readings(journey.deviceId, message)
      doneMs = nowMs
    },
  }
}
