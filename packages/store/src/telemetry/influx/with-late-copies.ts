import type { Reading } from '@lading/shared/domain/reading'
import { toLine, toLines } from './line-protocol.ts'

/** Where readings are safe while the hour that they belong to is thinned. */
export const lateMeasurement = 'reading_late'

/** A reading as a line of the other measurement. */
export const toLateLine = (reading: Reading) => toLine(reading).replace('reading', lateMeasurement)

/**
 * InfluxDB has no transactions, and deletes by time and device only: of what comes for an hour while its readings are deleted,
 * nobody could say whether it went with them. So readings that come as late as that are written twice in one request, and
 * `clearHour` puts back from the copies what was deleted without having been counted. Next to nothing comes so late.
 */
export const withLateCopies = (readings: Reading[], lateAfterMs = Number.POSITIVE_INFINITY): string => {
  let lines = toLines(readings)
  for (const reading of readings) if (reading.receivedAtMs - reading.recordedAtMs > lateAfterMs) lines += `${toLateLine(reading)}\n`
  return lines
}
