import { measurementNames, type Reading } from '@lading/shared/domain/reading'
import type { Row } from './connection.ts'

export const numberIn = (row: Row, name: string) => row[name] as number
export const present = (value: unknown) => value !== null && value !== undefined

/** The reading in a row of InfluxDB. */
export const toReading = (deviceId: string, row: Row): Reading => {
  const reading: Reading = { deviceId, recordedAtMs: numberIn(row, 'time'), receivedAtMs: numberIn(row, 'receivedAtMs') }
  for (const name of measurementNames) if (present(row[name])) reading[name] = numberIn(row, name)
  return reading
}
