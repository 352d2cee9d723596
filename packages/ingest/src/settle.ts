import type { Clock } from '@lading/shared/clock'
import type { Reading } from '@lading/shared/domain/reading'
import type { DeadLetter } from '@lading/store/postgres/dead-letter/keep'
import type { Moved } from '@lading/store/postgres/device-latest/advance'
import type { KnownFix } from '@lading/store/postgres/device-latest/recall'
import type { TelemetryStore } from '@lading/store/telemetry/telemetry-store'
import type { Delivery } from './delivery.ts'
import type { Outcome } from './ledger.ts'
import type { Metrics } from './metrics.ts'
import type { Pipeline } from './pipeline.ts'
import { type Rejection, toDeadLetter } from './rejection.ts'
import type { Retry } from './retry.ts'

type Deps = {
  pipeline: Pipeline
  telemetry: Pick<TelemetryStore, 'write'>
  keepDeadLetters: (letters: DeadLetter[]) => Promise<void>
  advanceLatest: (readings: Reading[]) => Promise<Moved[]>
  keepDoubts: (doubts: Map<string, KnownFix>) => Promise<void>
  acknowledge: (deliveries: Delivery[]) => number
  announce: (moved: Moved[]) => void
  requestTracking: (deviceIds: Iterable<string>) => void
  note: (outcome: Outcome) => void
  retry: Retry
  metrics: Metrics
  wallClock: Clock
}

/**
 * Settles a batch of messages for good. At least once: every reading and every dead letter is durable before its message is
 * acknowledged, and each stage is repeated until it succeeds, so nothing is dropped while a database is away. All stages may
 * safely happen twice, which is what a crash before the acknowledgement leads to. Live updates and jobs come after it and
 * may get lost; the api reads the truth on connect, and the workers' sweep finds devices with readings nobody looked at.
 */
export const createSettle =
  ({ pipeline, telemetry, keepDeadLetters, advanceLatest, keepDoubts, acknowledge, announce, requestTracking, ...deps }: Deps) =>
  async (deliveries: Delivery[]) => {
    const { note, retry, metrics, wallClock } = deps
    metrics.received(deliveries.length)
    const keep = (rejections: Rejection[]) => {
      if (rejections.length === 0) return undefined
      const letters = rejections.map((rejection) => toDeadLetter(rejection, wallClock.now()))
      return retry('keep dead letters', () => keepDeadLetters(letters))
    }

    const { arrivals, rejections, ignored, doubts, late, repeated } = await retry('recognise devices', () => pipeline(deliveries))
    const readings = arrivals.map(({ reading }) => reading)
    const write = metrics.timeWrite(() => retry('write readings', () => telemetry.write(readings)))
    const [refused] = await Promise.all([write, keep(rejections)])

    const details = new Map(refused.map(({ reading, detail }) => [reading, detail]))
    const refusals = arrivals
      .filter(({ reading }) => details.has(reading))
      .map(({ reading, delivery, part }): Rejection => {
        return { delivery, part, reason: 'refused-by-store', detail: details.get(reading), deviceId: reading.deviceId }
      })
    await keep(refusals)

    const stored = refused.length === 0 ? readings : readings.filter((reading) => !details.has(reading))
    const historical = new Set(arrivals.filter(({ isHistorical }) => isHistorical).map(({ reading }) => reading))
    const current = historical.size === 0 ? stored : stored.filter((reading) => !historical.has(reading))
    const moved = await retry('advance the latest state', () => advanceLatest(current))
    if (doubts.size > 0) await retry('remember doubts', () => keepDoubts(doubts))

    const acknowledged = acknowledge(deliveries)
    metrics.settled(
      {
        stored: stored.length,
        rejected: [...rejections, ...refusals],
        ignored,
        late: late.length,
        repeated: repeated.length,
        acknowledged,
      },
      deliveries.length,
    )
    note({ stored, rejected: [...rejections, ...refusals], late, repeated })
    if (moved.length > 0) announce(moved)
    requestTracking(new Set(stored.map(({ deviceId }) => deviceId)))
  }
