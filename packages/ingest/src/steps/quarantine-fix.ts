import { conditionNames } from '@lading/shared/domain/reading'
import type { Reason, Rejection } from '../rejection.ts'
import type { Arrival } from './batch.ts'

export type Doubt = { reason: Reason; detail: string }

/** What says something of the goods even where the place is wrong; the speed comes from the same receiver as the place. */
const worthKeeping = conditionNames.filter((name) => name !== 'speedKmh')

/**
 * A doubtful place does not take the temperature along: the whole message is kept as a dead letter, and the reading goes on
 * without its position where it has anything else to say. Replaying the letter adds the position to the same reading.
 */
export const quarantineFix = (arrival: Arrival, { reason, detail }: Doubt): { rest: Arrival | undefined; rejection: Rejection } => {
  const { reading, delivery, part } = arrival
  const rejection: Rejection = { delivery, part, deviceId: reading.deviceId, reason, detail }
  if (worthKeeping.every((name) => reading[name] === undefined)) return { rest: undefined, rejection }
  const { lat, lon, accuracyM, altitudeM, speedKmh, headingDeg, ...conditions } = reading
  return { rest: { ...arrival, reading: conditions }, rejection: { ...rejection, isPartStored: true } }
}
