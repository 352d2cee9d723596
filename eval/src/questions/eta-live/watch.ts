import type { Reading } from '@lading/shared/domain/reading'
import type { FaultRates } from '@lading/simulators/faults/rates'
import type { Journey } from '@lading/simulators/journey/journey'
import type { Clearance } from '@lading/store/postgres/clearance-outcome/read'
import type { NewStageOutcome } from '@lading/store/postgres/stage-outcome/record'
import type { TrackedPosition } from '@lading/store/postgres/tracking/tracked-shipment'
import type { EtaInput } from '@lading/workers/models/eta/eta-input'
import { stageOutcomes } from '@lading/workers/models/eta/stage-outcomes'
import { hourMs } from '@lading/workers/models/fix'
import { locate } from '@lading/workers/models/locate'
import { createDeclared } from './declared.ts'
import { createReported } from './reported.ts'
import { trackedLegs } from './tracked.ts'

/** A moment at which the platform looks at a shipment: what it knows then, and what it has just found out. */
export type Sighting = { journey: Journey; input: EtaInput; outcomes: NewStageOutcome[]; cleared: Clearance[] }

/** As far back as readings are read again for late ones among them, and for the speed of late. */
const lookBackMs = 2 * hourMs

/**
 * Follows a journey as the workers do, at the times given, and has nothing to say once they run out. Where it is, is what was reported,
 * and how far customs is, what its broker told; the truth is not looked at.
 */
export async function* watch(journey: Journey, times: number[], rates: FaultRates): AsyncGenerator<Sighting> {
  const reported = createReported(journey, rates)
  const declared = createDeclared(journey)
  const promisedAt = journey.booking.promisedAt ? new Date(journey.booking.promisedAt) : null
  let legs = trackedLegs(journey)
  let position: TrackedPosition | null = null
  let readings: Reading[] = []
  for (const nowMs of times) {
    readings = [...readings, ...(await reported.until(nowMs))].sort((one, other) => one.recordedAtMs - other.recordedAtMs)
    const seen = locate({ position, legs }, readings)
    const outcomes = stageOutcomes(journey.trackingNumber, legs, seen.legs)
    legs = seen.legs
    position = seen.position
    const sinceMs = (readings.at(-1)?.recordedAtMs ?? 0) - lookBackMs
    readings = readings.filter(({ recordedAtMs }) => recordedAtMs >= sinceMs)
    const recent = seen.fixes.filter(({ atMs }) => atMs >= sinceMs)
    const { customs, cleared } = declared.until(nowMs, legs)
    yield { journey, input: { legs, position, recent, now: new Date(nowMs), promisedAt, customs }, outcomes, cleared }
  }
}
